//! The subject of a mail: what it is for, in one line that can be told from the others in a list of mails.

use super::super::texts;
use super::{SUBJECT_CHARS, SUBJECT_NAME_CHARS, Sending, about, people};
use crate::analysis::inbox::todos::request;
use crate::analysis::standing::plan_changes::may_approve;
use crate::analysis::telling::Naming;
use crate::analysis::{display_code, turn};
use crate::model::line::one_line;
use crate::model::template::{Form, Label};
use crate::model::{Log, RecordId};
use crate::templates::{change_request, consultation, decision};

/// So many things asked of somebody are named in a subject.
const IN_SUBJECT: usize = 2;
/// What comes with an update of progress goes without saying.
const WITH_PROGRESS: [&str; 4] = [
    request::PROGRESS,
    request::DECISIONS,
    request::RISKS,
    request::ANSWERS,
];

/// What it is about in one line: its purpose, what is asked, the form whose turn it is, or that there is something new.
pub(super) fn of_invitation(log: &Log, sending: &Sending, asks: &[&str]) -> String {
    let name = one_line(&sending.project, SUBJECT_NAME_CHARS);
    let project = ("project", &*name);
    let until = sending.until();
    let when = ("when", until.as_deref().unwrap_or_default());
    if let Some(what) = purpose(log, sending) {
        let what = match until {
            Some(_) if !asks.is_empty() => {
                sending.fill(texts::mail::SUBJECT_UNTIL, &[("what", &what), when])
            }
            _ => what,
        };
        let label = texts::mail::MAIL_SUBJECT_ABOUT;
        return one_line(
            &sending.fill(label, &[project, ("what", &what)]),
            SUBJECT_CHARS,
        );
    }
    let requests = &sending.envelope.requests;
    let is_asked = |key: &str| requests.iter().any(|one| one == key);
    let what = match asks {
        [] => about::title(log, sending),
        few if few.len() <= IN_SUBJECT => Some(sending.list(few)),
        // What everybody is asked the first time has words of its own.
        _ if [request::GOAL, request::DUTIES].into_iter().all(is_asked) => None,
        many => {
            let (first, n) = (sending.list(&many[..IN_SUBJECT]), many.len().to_string());
            Some(sending.fill(
                texts::mail::SUBJECT_AND_MORE,
                &[("what", &first), ("n", &n)],
            ))
        }
    };
    let what = ("what", what.as_deref().unwrap_or_default());
    let label = match (asks.is_empty(), until.is_none()) {
        (true, _) if what.1.is_empty() => texts::mail::MAIL_SUBJECT_NEWS,
        (true, _) => texts::mail::MAIL_SUBJECT_ABOUT,
        (_, true) if what.1.is_empty() => texts::mail::MAIL_SUBJECT,
        (_, true) => texts::mail::MAIL_SUBJECT_ASK,
        _ if what.1.is_empty() => texts::mail::MAIL_SUBJECT_BY,
        _ => texts::mail::MAIL_SUBJECT_ASK_BY,
    };
    one_line(&sending.fill(label, &[project, when, what]), SUBJECT_CHARS)
}

/// What a mail is for, where that has words of its own.
fn purpose(log: &Log, sending: &Sending) -> Option<String> {
    let requests = &sending.envelope.requests;
    let asks = |key: &str| requests.iter().any(|one| one == key);
    let say = |label: Label| Some(label.text(sending.lang).to_owned());
    match &**requests {
        [] => whose_turn(log, sending),
        all if asks(request::FEEDBACK) && all.len() <= 3 => say(texts::mail::SUBJECT_FEEDBACK),
        all if asks(request::PROGRESS)
            && all.iter().all(|one| WITH_PROGRESS.contains(&one.as_str())) =>
        {
            say(texts::mail::SUBJECT_UPDATES)
        }
        [only] if only == request::KNOW => say(texts::mail::SUBJECT_ROLES),
        [only] if only == request::DECISIONS => {
            let code = display_code(log, about_of(log, sending, decision::KIND)?);
            let said = sending.fill(texts::mail::SUBJECT_DECISION, &[("code", &code)]);
            (!code.is_empty()).then_some(said)
        }
        [only] if only == request::OPINIONS => {
            let asked = about_of(log, sending, consultation::KIND)?;
            let title = Form::new(log, asked.clone()).get(consultation::TITLE)?;
            Some(sending.fill(texts::mail::SUBJECT_OPINIONS, &[("title", &title)]))
        }
        _ => None,
    }
}

/// The form that it is about, where that is of a kind.
fn about_of<'a>(log: &Log, sending: &'a Sending, kind: &str) -> Option<&'a RecordId> {
    let about = sending.about.as_ref();
    about.filter(|one| one.kind() == kind && log.is_visible(one))
}

/// R-5 培训教室：请答复, where one person gets it and it is their turn.
fn whose_turn(log: &Log, sending: &Sending) -> Option<String> {
    let record = sending.about.as_ref().filter(|one| log.is_visible(one))?;
    let [only] = &*people(&sending.envelope).collect::<Vec<_>>() else {
        return None;
    };
    let form = Form::new(log, record.clone());
    let approves = record.kind() == change_request::KIND
        && change_request::is_waiting(&form)
        && may_approve(&form, only, sending.today);
    let step = match approves {
        true => texts::mail::APPROVE,
        false => turn(log, record, only, sending.today)?,
    };
    let name = Naming::of(log, sending.lang).record(record);
    let step = texts::in_sentence(step, sending.lang);
    let places = [("record", &*name), ("step", &*step)];
    Some(sending.fill(texts::mail::SUBJECT_TURN, &places))
}
