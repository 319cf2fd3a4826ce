//! Markup as office programs write it, tag by tag; whatever it looks like, reading it ends.

/// What stands in markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkupPart<'a> {
    /// A tag that opens something, with its attributes.
    Open(Tag<'a>),
    /// A tag that closes something: its name.
    Close(&'a str),
    /// Letters, as they are written.
    Letters(&'a str),
}

/// A tag that opens something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// Whether it is one of these.
    pub(super) fn is(self, names: &[&str]) -> bool {
        is(self.name, names)
    }

    /// What an attribute says; "" for one that says nothing.
    pub(super) fn says(self, wanted: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '"');
            let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/');
            let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
            if name.is_empty() && !after.starts_with('=') {
                return None;
            }
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(after) => said(after.trim_start()),
                None => ("", after),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            rest = after;
        }
    }

    /// Whether what it opens is not to be seen.
    pub(super) fn is_hidden(self) -> bool {
        let style = self.says("style").unwrap_or_default();
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        let hides = [
            "display:none",
            "visibility:hidden",
            "visibility:collapse",
            "mso-hide:all",
        ];
        self.says("hidden").is_some() || hides.iter().any(|word| style.contains(word))
    }
}

pub(super) fn is(name: &str, names: &[&str]) -> bool {
    names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

/// The value that a text begins with, and what follows it.
fn said(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(end)
}

/// Elements in which letters are no text.
const NO_TEXT: &[&str] = &["style", "script", "title", "xml", "template", "noscript"];

/// The parts of markup, without comments and what is no text.
#[derive(Clone)]
pub(super) struct MarkupParts<'a>(pub(super) &'a str);

impl<'a> Iterator for MarkupParts<'a> {
    type Item = MarkupPart<'a>;

    fn next(&mut self) -> Option<MarkupPart<'a>> {
        loop {
            let text = self.0;
            if text.is_empty() {
                return None;
            }
            let Some(inside) = text.strip_prefix('<').filter(|inside| begins_tag(inside)) else {
                let end = text
                    .char_indices()
                    .skip(1)
                    .find(|(at, c)| *c == '<' && begins_tag(&text[at + 1..]));
                let (letters, rest) = text.split_at(end.map_or(text.len(), |(at, _)| at));
                self.0 = rest;
                return Some(MarkupPart::Letters(letters));
            };
            if let Some(comment) = inside.strip_prefix("!--") {
                self.0 = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let (tag, rest) = inside.split_at(end_of_tag(inside));
            self.0 = rest.strip_prefix('>').unwrap_or(rest);
            if tag.starts_with(['!', '?']) {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                return Some(MarkupPart::Close(name.trim()));
            }
            let end = tag
                .find(|c: char| c.is_whitespace() || c == '/')
                .unwrap_or(tag.len());
            let (name, attributes) = tag.split_at(end);
            if is(name, NO_TEXT) {
                self.0 = behind(self.0, name);
                continue;
            }
            return Some(MarkupPart::Open(Tag { name, attributes }));
        }
    }
}

fn begins_tag(inside: &str) -> bool {
    inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Where a tag ends: at a `>` that stands in no quotes.
fn end_of_tag(inside: &str) -> usize {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in inside.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    inside.find('>').unwrap_or(inside.len())
}

/// What follows the end of an element in which letters are no text.
fn behind<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("</") {
        let named = after
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if named {
            return after.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = after;
    }
    ""
}
