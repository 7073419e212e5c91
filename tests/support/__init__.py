"""What several test folders share: databases, server processes, people who sign in."""
