//! Files that know each other can only be read together: no more than two do.

use super::sources::{Source, none, sources};

/// The paths that a use tree or an expression names, and what of the text comes after it.
fn named<'a>(text: &'a str, before: &[&'a str], out: &mut Vec<Vec<&'a str>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start();
            if rest.is_empty() || rest.starts_with('}') {
                return rest.get(1..).unwrap_or_default();
            }
            let after = named(rest, before, out).trim_start();
            rest = match after.strip_prefix(',') {
                Some(next) => next,
                None if after.len() == rest.len() => &rest[1..],
                None => after,
            };
        }
    }
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    let path = [before, &[&text[..end]]].concat();
    match text[end..].strip_prefix("::") {
        Some(rest) if rest.starts_with(|c| is_name(c) || c == '{') => named(rest, &path, out),
        _ => {
            out.push(path);
            &text[end..]
        }
    }
}

/// The sources as modules of the crate.
struct Modules<'a> {
    paths: Vec<Vec<&'a str>>,
    texts: Vec<String>,
}

impl<'a> Modules<'a> {
    fn of(sources: &'a [Source]) -> Self {
        let path = |source: &'a Source| -> Vec<&'a str> {
            let inside = source
                .path
                .trim_start_matches("src/")
                .trim_end_matches(".rs");
            let inside = inside.trim_end_matches("/mod");
            inside.split('/').filter(|name| *name != "lib").collect()
        };
        let text = |source: &Source| {
            let lines = source.code().map(|(_, line)| format!("{line}\n"));
            let text: String = lines.collect();
            let shipped = text.split("#[cfg(test)]\nmod tests").next();
            shipped.unwrap_or_default().to_owned()
        };
        Self {
            paths: sources.iter().map(path).collect(),
            texts: sources.iter().map(text).collect(),
        }
    }

    fn find(&self, path: &[&str]) -> Option<usize> {
        self.paths.iter().position(|known| known == path)
    }

    /// The file that a path leads to, through what files hand on from those below them.
    fn leads_to(&self, path: &[&str]) -> Option<usize> {
        let found = |n: usize| Some((n, self.find(&path[..n])?));
        let (n, file) = (1..=path.len()).rev().find_map(found)?;
        let handed_on = path.get(n).and_then(|name| self.handed_on(file, name));
        Some(handed_on.unwrap_or(file))
    }

    fn handed_on(&self, file: usize, name: &str) -> Option<usize> {
        self.texts[file].split(';').find_map(|item| {
            let item = item.trim_start();
            let from = item.strip_prefix("pub")?.split_once("use ")?.1;
            let mut all = Vec::new();
            named(from, &[], &mut all);
            let is_it = all.iter().any(|path| path.last() == Some(&name));
            let child = all.first().filter(|_| is_it)?.first()?;
            self.find(&[&*self.paths[file], &[child]].concat())
        })
    }

    /// The files that a file names; those below it and above it are one house with it.
    fn uses(&self, file: usize) -> Vec<usize> {
        let (text, own) = (&self.texts[file], &self.paths[file]);
        let mut all = Vec::new();
        for (at, _) in text.match_indices("crate::") {
            named(&text[at + 7..], &[], &mut all);
        }
        let ups = text.match_indices("super::");
        for (at, _) in ups.filter(|(at, _)| !text[..*at].ends_with("super::")) {
            let rest = text[at..].trim_start_matches("super::");
            let up = (text.len() - at - rest.len()) / 7;
            if let Some(above) = own.len().checked_sub(up) {
                named(rest, &own[..above], &mut all);
            }
        }
        let files = all.iter().filter_map(|path| self.leads_to(path));
        let is_apart = |other: &usize| {
            let other = &self.paths[*other];
            !other.starts_with(own) && !own.starts_with(other)
        };
        files.filter(is_apart).collect()
    }
}

/// So many files may know each other in a circle: a pair, read as one, such as a form and the work it is.
const CIRCLE: usize = 2;

#[test]
fn no_more_than_two_files_know_each_other_but_for_forms() {
    let sources = sources();
    let modules = Modules::of(&sources);
    let uses: Vec<Vec<usize>> = (0..sources.len()).map(|at| modules.uses(at)).collect();
    let reach = |from: usize| {
        let mut seen = vec![false; uses.len()];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for next in &uses[at] {
                if !std::mem::replace(&mut seen[*next], true) {
                    open.push(*next);
                }
            }
        }
        seen
    };
    let reach: Vec<Vec<bool>> = (0..uses.len()).map(reach).collect();
    assert!(
        uses.iter().map(Vec::len).sum::<usize>() > 1_000,
        "uses were read"
    );
    let mut found = Vec::new();
    for (at, reached) in reach.iter().enumerate() {
        let circle: Vec<usize> = (0..uses.len())
            .filter(|other| reached[*other] && reach[*other][at])
            .collect();
        let is_form = |at: &usize| sources[*at].room() == Some("templates");
        // Forms name each other as on paper: a department its people, a person their department.
        let is_of_forms = circle.iter().all(is_form);
        if circle.len() > CIRCLE && !is_of_forms && circle.first() == Some(&at) {
            let paths: Vec<&str> = circle.iter().map(|at| &*sources[*at].path).collect();
            found.push(format!("{} files: {}", circle.len(), paths.join(", ")));
        }
    }
    none(
        "Files that know each other in a circle can only be read, tested and changed together: put what both need below them.",
        &found,
    );
}
