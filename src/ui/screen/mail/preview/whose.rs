//! In words: whose signature something bears, and through whose file it comes.

use super::answers::who_text;
use super::long::short;
use crate::exchange::Preview;
use crate::exchange::preview::{Signature, Signer, Stake};
use crate::model::template::Label;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::mail::attribution::Said;
use crate::ui::texts;

/// Names said before the rest is only counted.
const NAMES: usize = 2;

/// Who is who, and the files.
pub(super) struct Whose<'a> {
    pub(super) ui: Ui,
    pub(super) said: &'a Said,
    pub(super) preview: &'a Preview,
}

impl Whose<'_> {
    /// A file, by who sent it as it says.
    pub(super) fn file(&self, at: usize) -> String {
        let Some(file) = self.preview.files.get(at) else {
            return self.ui.text(texts::mail::FILE).to_owned();
        };
        let by = file.envelope.by.as_deref();
        let (label, name) = match by {
            None => (texts::mail::FILE_OF_NOBODY, file.name.clone()),
            Some(by) if self.said.is_me(by) => (texts::mail::FILE_AS_YOU, file.name.clone()),
            Some(by) => (texts::mail::FILE_OF, self.said.name(Some(by))),
        };
        self.ui.fill(label, &[("name", &short(&name))])
    }

    /// Several files, the first ones by name.
    pub(super) fn files(&self, files: impl Iterator<Item = usize>) -> String {
        let mut all: Vec<String> = Vec::new();
        for file in files.map(|at| self.file(at)) {
            if !all.contains(&file) {
                all.push(file);
            }
        }
        self.some(&all, texts::mail::AND_N_FILES)
    }

    /// Who signed something, through whose file.
    pub(super) fn signed(&self, by: &Signer, signature: Signature, files: &[usize]) -> String {
        let file = self.files(files.iter().copied());
        let name = self.name(by);
        let label = match (signature, by) {
            (Signature::Sender, _) => return name,
            (Signature::You, _) => texts::mail::SIGNED_AS_YOU,
            (Signature::Another, _) => texts::mail::SIGNED_BY,
            (Signature::Nobody, Signer::Outside) => texts::mail::EDITED_IN_FILE,
            (Signature::Nobody, _) => texts::mail::SIGNED_BY_NOBODY,
        };
        self.ui.fill(label, &[("name", &name), ("file", &file)])
    }

    /// Whose signature the new changes of somebody bear.
    pub(super) fn signature(&self, by: &Signer, files: &[usize]) -> Signature {
        let Signer::Author(author) = by else {
            return Signature::Nobody;
        };
        if self.said.is_me(author) {
            return Signature::You;
        }
        let senders = files.iter().filter_map(|at| self.preview.files.get(*at));
        let mut senders = senders.filter_map(|file| file.envelope.by.as_deref());
        if senders.any(|sender| self.said.people.is_same(sender, author)) {
            Signature::Sender
        } else {
            Signature::Another
        }
    }

    /// What a place is about to do to whose words, and who does it.
    pub(super) fn told(&self, stake: &Stake) -> String {
        let mut parts = vec![self.signed(&stake.by, stake.signature, &stake.files)];
        if let Some(for_whom) = &stake.on_behalf_of {
            let name = short(&self.said.name(Some(for_whom)));
            let by = self.name(&stake.by);
            let places = [("name", name.as_str()), ("by", by.as_str())];
            parts.push(self.ui.fill(texts::mail::WRITTEN_FOR, &places));
        }
        if stake.is_anothers_word {
            parts.push(self.ui.text(texts::mail::NOT_THEIR_WORD).to_owned());
        }
        if stake.is_unentitled {
            parts.push(self.ui.text(texts::mail::NOT_THEIR_STEP).to_owned());
        }
        if stake.is_yours {
            parts.push(self.ui.text(texts::mail::REPLACES_YOURS).to_owned());
        } else if stake.replaces && !stake.whose.is_empty() {
            let names: Vec<String> = stake.whose.iter().map(|who| self.name(who)).collect();
            let names = self.some(&names, texts::mail::AND_N_PEOPLE);
            parts.push(
                self.ui
                    .fill(texts::mail::REPLACES_THEIRS, &[("names", &names)]),
            );
        }
        parts.join(" · ")
    }

    fn name(&self, who: &Signer) -> String {
        short(&who_text(self.said, who))
    }

    /// The first of some names; of more than a few also how many they are.
    fn some(&self, all: &[String], label: Label) -> String {
        let names = all[..all.len().min(NAMES)].join(self.ui.text(texts::LIST_SEPARATOR));
        if all.len() <= NAMES {
            return names;
        }
        let count = all.len().to_string();
        self.ui.fill(label, &[("names", &names), ("n", &count)])
    }
}
