"""An independent reader of HTML pages that notes what a person who cannot see, or has no mouse, would stumble on."""

from html.parser import HTMLParser

VOID = frozenset({"meta", "img", "br", "col", "link", "hr", "input"})
SVG_EMPTY = frozenset({"rect", "circle", "path", "polyline"})


class Page(HTMLParser):
    """Reads a page and keeps its faults, its text and its links."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self._stack: list[str] = []
        self._level = 0
        self._labelled: list[str] = []
        self.feed(source)
        self.close()
        self._finish()

    @property
    def text(self) -> str:
        """The text of the page, outside its style sheet."""
        return "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.tags.append(tag)
        if tag not in VOID:
            self._stack.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" else []
        self._labelled += found.get("aria-labelledby", "").split()
        self._look(tag, found)

    def _look(self, tag: str, found: dict[str, str]) -> None:
        if tag == "html" and found.get("lang") not in {"fr", "en"}:
            self.faults.append("the page has no language")
        if tag == "img" and not found.get("alt"):
            self.faults.append("a picture has no text alternative")
        if tag == "svg" and not (found.get("role") == "img" and found.get("aria-labelledby")):
            self.faults.append("a drawing has no text alternative")
        if tag == "th" and found.get("scope") not in {"col", "row"}:
            self.faults.append("a table header has no scope")
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            level = int(tag[1])
            if level > self._level + 1:
                self.faults.append(f"h{self._level} is followed by {tag}")
            self._level = level
        if any(key.startswith("on") for key in found):
            self.faults.append(f"<{tag}> runs a script")
        if tag == "script":
            self.faults.append("the page holds a script")
        outside = {key: found[key] for key in ("src", "data", "poster") if key in found}
        if any(not value.startswith("data:image/") for value in outside.values()):
            self.faults.append(f"<{tag}> needs another file")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._stack or self._stack.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if "style" not in self._stack:
            self.words.append(data)

    def _finish(self) -> None:
        if self._stack:
            self.faults.append(f"never closed: {self._stack}")
        twice = {each for each in self.ids if self.ids.count(each) > 1}
        self.faults += [f"the anchor {each} is there twice" for each in sorted(twice)]
        known = set(self.ids)
        lost = {link for link in self.links if link.startswith("#") and link[1:] not in known}
        self.faults += [f"the link {link} leads nowhere" for link in sorted(lost)]
        self.faults += [f"no title {each}" for each in self._labelled if each not in known]
        if self.tags.count("h1") != 1:
            self.faults.append("there is not one h1")
        if self.tags.count("main") != 1 or "nav" not in self.tags:
            self.faults.append("no landmarks")
        if not self.links or not self.links[0].startswith("#"):
            self.faults.append("no skip link")
        tables = self.tags.count("table")
        if self.tags.count("caption") != tables or self.tags.count("thead") != tables:
            self.faults.append("a table has no caption or no header row")
