//! What a person has said so far of files that wait: which of them, and who of their writers is whom. Nothing of it is
//! written before the files are taken.

use crate::analysis::people::same_person::{Listed, guess, listed, look_alike};
use crate::analysis::people::strangers::guess_signed;
use crate::analysis::people::who::People;
use crate::exchange::Preview;
use crate::exchange::preview::Signer;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::templates::{charter, identity, member};
use crate::ui::screen::base::arrival::Answers;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::mail::attribution::Said;
use leptos::prelude::*;
use std::collections::BTreeSet;

impl Answers {
    /// What somebody said of these senders: the member each one is, or nobody on the list.
    pub(in crate::ui) fn said_of(
        self,
        senders: &BTreeSet<&str>,
    ) -> Vec<(String, Option<RecordId>)> {
        let mut said: Vec<_> = self.joins.get_untracked().into_iter().collect();
        // Whoever has an entry of their own and is nobody else on the list is that entry.
        said.retain(|(author, member)| {
            senders.contains(author.as_str()) && (member.is_some() || !member::is_record(author))
        });
        said
    }

    /// What everybody is called, the answers given so far supposed.
    pub(in crate::ui) fn said(self, ui: Ui, session: Option<Session>, preview: &Preview) -> Said {
        let mut said = Said::of(ui, session, &[&preview.after.log]);
        self.joins.with(|joins| {
            for (author, member) in joins {
                if let Some(member) = member {
                    said.people.suppose(author, member);
                }
            }
        });
        said
    }
}

/// What somebody is called.
pub(super) fn who_text(said: &Said, who: &Signer) -> String {
    match who {
        Signer::Author(author) => said.who(Some(author)),
        Signer::Unknown(_) => said.who(None),
        Signer::Outside => said.by_hand(),
    }
}

/// Who is on the list.
pub(super) fn known(session: Session) -> Vec<Listed> {
    session.read(|log| listed(&Form::new(log, charter::record())))
}

/// Who on the list somebody looks like who is another: by their name here, or by the one they bring.
pub(super) fn alike<'a>(
    session: Session,
    preview: &Preview,
    author: &str,
    known: &'a [Listed],
) -> Option<&'a Listed> {
    let own = author.parse::<RecordId>().ok();
    let own = own.filter(|record| record.kind() == member::MEMBER.kind);
    let name = match &own {
        Some(record) => {
            let here = session.read(|log| Form::new(log, record.clone()).get(member::PERSON));
            here.or_else(|| Form::new(&preview.after.log, record.clone()).get(member::PERSON))?
        }
        None => identity::signed(author).0.to_owned(),
    };
    // Somebody with two entries on the list does not look like another.
    let is_another = |one: &&Listed| {
        own.as_ref().is_none_or(|own| {
            session.read(|log| {
                let people = People::shared(&Form::new(log, charter::record()));
                !people.are_one(own, &one.record)
            })
        })
    };
    look_alike(&name, own.as_ref(), known.iter().filter(is_another))
}

/// Who on the list a writer may be who is not on it: asked where somebody is like them.
pub(super) fn guess_of(
    session: Session,
    preview: &Preview,
    author: &str,
    known: &[Listed],
) -> Option<RecordId> {
    if known.iter().any(|one| one.record.as_str() == author) {
        return None;
    }
    let brought = author.parse::<RecordId>().ok();
    let brought = brought.filter(|record| record.kind() == member::MEMBER.kind);
    let Some(record) = brought else {
        return session.read(|log| guess_signed(log, author, known));
    };
    if let Some(one) = alike(session, preview, author, known) {
        return Some(one.record.clone());
    }
    let form = Form::new(&preview.after.log, record);
    if form.get(member::SAME_AS).is_some() {
        return None;
    }
    guess(
        &form.get(member::PERSON)?,
        form.get(member::DEPARTMENT).as_ref(),
        known,
    )
}

/// What a listed person is called.
pub(super) fn listed_name(log: &Log, member: &RecordId) -> String {
    let form = Form::new(log, member.clone());
    form.get(member::PERSON).unwrap_or_default()
}
