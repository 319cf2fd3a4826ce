//! Checks of a decision that look at the clock (DEC-04, DEC-05): who has not seen it and who has not answered, and what
//! the rules of communication say to that. What should happen is said; nothing is done, and nobody is answered for.

use crate::analysis::goal::replies::{consents_by_silence, receipts, silent};
use crate::analysis::words::dated::until_text;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Finding, Form, Label, Rule};
use crate::templates::{decision, member, warn};

/// The further checks of a kind.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    if kind == decision::KIND { RULES } else { &[] }
}

/// What is said of those who did not answer in time, where that goes up by the rules.
pub const GOES_UP: Label = Label::new(
    "到 {d} 没有反馈：{names}。按沟通机制上报{to}。",
    "No reply by {d}: {names}. By the rules it goes to {to}.",
);
/// The same where no answer counts as agreed by the rules.
pub const COUNTS_AS_AGREED: Label = Label::new(
    "到 {d} 没有反馈：{names}。按沟通机制按同意办；没有人替他们写答复。",
    "No reply by {d}: {names}. By the rules this counts as agreed; nobody writes a reply for them.",
);

const RULES: &[Rule] = &[
    warn(
        "DEC-04",
        Label::new("到 {d} 还没看过：{names}。", "Not seen by {d}: {names}."),
        not_seen,
    )
    .by_minute(),
    warn("DEC-05", GOES_UP, |form, now| {
        no_reply(form, now, !consents_by_silence(form))
    })
    .by_minute(),
    warn("DEC-05", COUNTS_AS_AGREED, |form, now| {
        no_reply(form, now, consents_by_silence(form))
    })
    .by_minute(),
];

/// The limit of a decision that waits for answers, once it is over.
pub fn limit_passed(form: &Form<'_>, now: Moment) -> Option<Moment> {
    let limit = form.get(decision::REPLY_BY_AT)?;
    (decision::is_asking(form) && limit <= now).then_some(limit)
}

/// To whom it goes up that people do not answer: the project lead.
pub fn goes_up_to(form: &Form<'_>, now: Moment) -> Option<RecordId> {
    member::first_with_role(form, member::LEAD, now.date_naive())
}

fn not_seen(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(limit) = form
        .get(decision::READ_BY_AT)
        .filter(|limit| decision::is_asking(form) && *limit <= now)
    else {
        return Vec::new();
    };
    // Once the time to answer is over, too, that is told.
    if limit_passed(form, now).is_some() {
        return Vec::new();
    }
    let unseen = receipts(form).into_iter();
    let unseen = unseen.filter(|one| one.seen.is_none() && one.reply.is_none());
    let unseen: Vec<RecordId> = unseen.map(|one| one.member).collect();
    told(decision::READ_BY_AT.name, limit, unseen)
}

fn no_reply(form: &Form<'_>, now: Moment, is_so: bool) -> Vec<Finding> {
    let limit = limit_passed(form, now).filter(|_| is_so);
    let mut found = limit.map_or_else(Vec::new, |limit| {
        told(decision::REPLY_BY_AT.name, limit, silent(form))
    });
    let to = goes_up_to(form, now);
    let to = to.map_or(Arg::Label(member::LEAD.label), Arg::Record);
    for one in &mut found {
        one.args.push(("to", to.clone()));
    }
    found
}

fn told(field: &'static str, limit: Moment, people: Vec<RecordId>) -> Vec<Finding> {
    let is_any = !people.is_empty();
    let finding = Finding::at(field).with("d", Arg::Text(until_text(limit)));
    finding.with("names", Arg::Records(people)).when(is_any)
}
