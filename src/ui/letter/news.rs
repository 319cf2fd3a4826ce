//! What has changed since the readers of a mail were given something, person by person. Whatever does not fit is
//! counted.

use super::super::texts;
use super::Sending;
use crate::analysis::telling::{Doing, Naming, Signer, lines as doing_lines};
use crate::model::Log;

/// The section, at most so many lines of changes; nothing where nothing has changed.
pub(super) fn lines(log: &Log, sending: &Sending, most: usize) -> Vec<String> {
    let said = of_doings(log, sending, &sending.news.doings, most);
    if said.is_empty() {
        return said;
    }
    let head = match sending.since.is_empty() {
        true => texts::mail::MAIL_NEWS.text(sending.lang).to_owned(),
        false => sending.fill(texts::mail::MAIL_NEWS_SINCE, &[("when", &sending.since)]),
    };
    let mut all = vec![String::new(), head];
    all.extend(said);
    all
}

/// The doings of several people under their names; those of the sender alone without.
fn of_doings(log: &Log, sending: &Sending, doings: &[Doing], most: usize) -> Vec<String> {
    let naming = Naming::of(log, sending.lang);
    let told = doing_lines(naming, doings);
    let mut all: Vec<String> = Vec::new();
    let mut by: Option<&Signer> = None;
    let mut left = doings.len();
    for line in told.iter().take(most) {
        if by != Some(&line.by) {
            let name = naming.person(line.by.author());
            all.push(sending.fill(texts::mail::MAIL_OWNER, &[("name", &name)]));
            by = Some(&line.by);
        }
        all.push(format!("- {}", line.text));
        left -= line.doings.len();
    }
    if left > 0 {
        let n = left.to_string();
        all.push(sending.fill(texts::mail::MAIL_MORE, &[("n", &n)]));
    }
    all
}

/// The doings as lines without whose they are.
pub(super) fn own(log: &Log, sending: &Sending, doings: &[Doing], most: usize) -> Vec<String> {
    let told = doing_lines(Naming::of(log, sending.lang), doings);
    let mut all: Vec<String> = Vec::new();
    let mut left = doings.len();
    for line in told.iter().take(most) {
        all.push(format!("- {}", line.text));
        left -= line.doings.len();
    }
    if left > 0 {
        let n = left.to_string();
        all.push(sending.fill(texts::mail::MAIL_MORE, &[("n", &n)]));
    }
    all
}
