"""Which nodes of a form an expression reads, found without evaluating it."""

from collections.abc import Iterator

from askwell.logic.trees import Tree, children

Paths = frozenset[str]
_NONE: Paths = frozenset()


class Model:
    """All paths of a form, and the way from one to another."""

    def __init__(self, paths: list[str], root: str) -> None:
        self.paths = paths
        self._known = set(paths)
        self._inside: dict[str, list[str]] = {"": [root]}
        self._named: dict[str, list[str]] = {}
        for path in paths:
            parent, _, name = path.rpartition("/")
            if path != root:
                self._inside.setdefault(parent, []).append(path)
            self._named.setdefault(name, []).append(path)

    def inside(self, path: str) -> list[str]:
        """Return the paths directly inside one."""
        return self._inside.get(path, [])

    def below(self, path: str) -> Iterator[str]:
        """Yield every path inside one, at any depth."""
        for child in self.inside(path):
            yield child
            yield from self.below(child)

    def step(self, start: str, axis: str, test: str) -> Paths:
        """Return where one step of a path may lead; an unusual axis may lead to every node of that name."""
        if axis == "child" and test not in {"*", "node()"}:
            path = f"{start}/{test}"
            return frozenset({path}) if path in self._known else _NONE
        found: list[str]
        if axis == "child":
            found = self.inside(start)
        elif axis == "parent":
            found = [start.rpartition("/")[0]]
        elif axis == "self":
            found = [start]
        elif axis in {"descendant", "descendant-or-self"}:
            found = [start, *self.below(start)]
        elif axis == "attribute":
            found = []
        else:
            found = self._named.get(test, self.paths)
        return frozenset(path for path in found if _passes(path, test))

    def reads(self, tree: Tree, here: str) -> set[str]:
        """Return every path that an expression asked at `here` may read."""
        found: set[str] = set()
        self._follow(tree, here, here, found)
        return found

    def _follow(self, tree: Tree, here: str | None, origin: str, found: set[str]) -> Paths:
        """Collect what a tree reads; return the nodes it stands for, or none where it is no node of this form."""
        if tree[0] == "path":
            return self._path(tree, here, origin, found)
        if tree[0] == "filter":
            start = self._follow(tree[1], here, origin, found)
            self._predicates(tree[2], start, origin, found)
            return start
        if tree[0] == "call" and tree[1] == "current" and not tree[2]:
            return frozenset({origin})
        nodes = [self._follow(child, here, origin, found) for child in children(tree)]
        if tree[0] == "call" and tree[1] in {"randomize", "once"} and nodes:
            return nodes[0]
        return _NONE.union(*nodes) if tree[:2] == ["bin", "|"] else _NONE

    def _path(self, tree: Tree, here: str | None, origin: str, found: set[str]) -> Paths:
        if tree[1] == "root":
            at: Paths = frozenset({""})
        elif tree[1] == "ctx":
            at = _NONE if here is None else frozenset({here})
        else:
            at = self._follow(tree[1], here, origin, found)
        foreign = not at
        for axis, test, predicates in tree[2]:
            at = _NONE.union(*(self.step(path, axis, test) for path in at))
            self._predicates(predicates, _NONE if foreign else at, origin, found)
        found |= at - {""}
        return at

    def _predicates(self, predicates: list[Tree], candidates: Paths, origin: str, found: set[str]) -> None:
        for predicate in predicates:
            for candidate in candidates or {None}:
                self._follow(predicate, candidate, origin, found)


def _passes(path: str, test: str) -> bool:
    return test == "node()" or (test == "*" and path != "") or path.rpartition("/")[2] == test
