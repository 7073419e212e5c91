"""Who works with Askwell: organizations, members and their roles, signing in, and limits on attempts.

A *member* is a person who signs in; respondents are not members, and nothing here knows them. What a member may do in
an organization is the union of the verbs of the roles held there (`permissions`): one table, asked at each route by
`standing.require`, which answers 404 to members of other organizations. Operators run the installation: they create
organizations and members, no verb of theirs reaches an answer, and nobody can give them a role that does
(`separating`). A session is a random token in a cookie; the
database holds its SHA-256, so that a stolen database opens no door. Limits on attempts live in the database too, under
keyed hashes, so that they hold across processes and name nobody.
"""
