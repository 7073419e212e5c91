"""What the desk is told of a round's door for OpenRosa clients."""

from pydantic import BaseModel, Field

from askwell.openrosa.forms import Obstacle


class PasswordAccess(BaseModel):
    """The same door with a password instead of a key in its address: https only."""

    server_url: str
    user_name: str = Field(description="Any name does; nobody looks at it.")
    password: str


class CollectAccess(BaseModel):
    """How ODK Collect gets into a round, or why it cannot."""

    obstacle: Obstacle | None = Field(description="null when nothing is in the way.")
    server_url: str | None = Field(description="The key is in it: whoever has this address can send answers.")
    with_password: PasswordAccess | None = Field(description="null where people do not come over https.")
