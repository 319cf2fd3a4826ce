//! The text beside the file: enough for somebody who cannot open it. Pure words from the project; knows no screen.

use super::texts::{self, fill};
use crate::analysis::words::typed::readable;
use crate::analysis::{Answer, Item, Todo, display_code, inbox::todos::request};
use crate::exchange::Envelope;
use crate::model::Log;
use crate::model::line::{NAME_CHARS, PERSON_CHARS, one_line, quoted};
use crate::model::template::{Form, Label, Lang};
use crate::templates::{charter, department, member, task};

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// The subject line.
    pub subject: String,
    pub body: String,
    /// The short text for a chat.
    pub chat: String,
}

/// What is sent, by whom, to whom, and what is asked.
#[derive(Debug, Clone, Default)]
pub struct Sending {
    /// The project's name.
    pub project: String,
    /// Who sends it.
    pub sender: String,
    /// Until when and what is asked, in keys and in a line of the sender's own.
    pub envelope: Envelope,
    /// The page's address, with the project's route.
    pub page: String,
    pub lang: Lang,
}

/// Characters of a subject.
const SUBJECT_CHARS: usize = 160;
/// Characters of all the names in a reminder.
const NAMES_CHARS: usize = 2_000;
/// Characters of the goal.
const GOAL_CHARS: usize = 300;
/// Characters of an address.
const ADDRESS_CHARS: usize = 1_000;

impl Sending {
    /// The same with each part on one line. Only the sender's own words may have several.
    fn in_lines(&self) -> Self {
        Self {
            project: one_line(&self.project, NAME_CHARS),
            sender: one_line(&self.sender, PERSON_CHARS),
            page: one_line(&self.page, ADDRESS_CHARS),
            ..self.clone()
        }
    }
}

/// What a request is called.
pub fn request_label(key: &str) -> Label {
    match key {
        request::GOAL => texts::mail::ASK_GOAL,
        request::DUTIES => texts::mail::ASK_DUTIES,
        request::TASKS => texts::mail::ASK_TASKS,
        _ => texts::mail::ASK_BACKUP,
    }
}

/// The mail that sends the project out.
pub fn invite(log: &Log, sending: &Sending) -> Letter {
    let sending = &sending.in_lines();
    let lang = sending.lang;
    let envelope = &sending.envelope;
    let when = envelope.by_when.as_deref().map(readable);
    let asks: Vec<&str> = envelope
        .requests
        .iter()
        .map(|key| request_label(key).text(lang))
        .collect();
    let subject = match (asks.is_empty(), &when) {
        (true, _) => fill(
            texts::mail::MAIL_SUBJECT_NEWS,
            lang,
            &[("project", &sending.project)],
        ),
        (_, None) => fill(
            texts::mail::MAIL_SUBJECT,
            lang,
            &[("project", &sending.project)],
        ),
        (_, Some(when)) => fill(
            texts::mail::MAIL_SUBJECT_BY,
            lang,
            &[("project", &sending.project), ("when", when)],
        ),
    };
    let subject = one_line(&subject, SUBJECT_CHARS);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(envelope.ask.clone());
    if !asks.is_empty() {
        lines.push(texts::mail::MAIL_PLEASE.text(lang).to_owned());
        lines.extend((1..).zip(&asks).map(|(n, ask)| format!("{n}. {ask}")));
    }
    if let Some(when) = when.filter(|_| !asks.is_empty()) {
        lines.push(fill(texts::mail::MAIL_BY, lang, &[("when", &when)]));
    }
    lines.push(fill(
        texts::mail::MAIL_HOW,
        lang,
        &[("page", &sending.page)],
    ));
    lines.push(texts::mail::MAIL_NO_FILE.text(lang).to_owned());
    lines.push(String::new());
    lines.extend(summary(log, lang));
    lines.push(String::new());
    lines.push(sending.sender.clone());
    let how = fill(texts::mail::MAIL_HOW, lang, &[("page", &sending.page)]);
    let chat = format!(
        "{subject}\n{}\n{how}",
        asks.join(texts::LIST_SEPARATOR.text(lang))
    );
    Letter {
        subject,
        body: lines.join("\n"),
        chat,
    }
}

/// The goal, the dates, and the tasks by owner.
fn summary(log: &Log, lang: Lang) -> Vec<String> {
    let form = Form::new(log, charter::record());
    let mut lines = Vec::new();
    if let Some(goal) = form.get(charter::GOAL_STATEMENT) {
        let goal = quoted(&goal, GOAL_CHARS, lang);
        lines.push(fill(texts::mail::MAIL_GOAL, lang, &[("goal", &goal)]));
    }
    if let (Some(from), Some(to)) = (
        form.get(charter::PLANNED_START),
        form.get(charter::PLANNED_END),
    ) {
        lines.push(fill(
            texts::mail::MAIL_DATES,
            lang,
            &[("from", &from.to_string()), ("to", &to.to_string())],
        ));
    }
    for person in form.all(member::MEMBER.kind) {
        let own: Vec<Form<'_>> = form
            .all(task::TASK.kind)
            .into_iter()
            .filter(|task| task.get(task::OWNER).as_ref() == Some(person.record()))
            .filter(task::is_open)
            .collect();
        if own.is_empty() {
            continue;
        }
        let department = person
            .referred(member::DEPARTMENT)
            .and_then(|department| department.get(department::NAME))
            .unwrap_or_default();
        let name = person.get(member::PERSON).unwrap_or_default();
        lines.push(String::new());
        let [department, name] = [department, name].map(|name| one_line(&name, PERSON_CHARS));
        let name = format!("{department} {name}").trim().to_owned();
        lines.push(fill(texts::mail::MAIL_OWNER, lang, &[("name", &name)]));
        lines.extend(own.iter().map(|task| task_line(log, task, lang)));
    }
    lines
}

/// A task on one line: number, title, dates, what comes out.
fn task_line(log: &Log, task: &Form<'_>, lang: Lang) -> String {
    let code = display_code(log, task.record());
    let title = task.get(task::TITLE).unwrap_or_default();
    let title = quoted(&title, NAME_CHARS, lang);
    let day = |key| {
        task.get(key)
            .map(|day: chrono::NaiveDate| day.to_string())
            .unwrap_or_default()
    };
    let (from, to) = (day(task::CURRENT_START), day(task::CURRENT_END));
    let dates = match (from.is_empty(), to.is_empty()) {
        (true, true) => String::new(),
        (true, false) => to,
        _ => fill(
            texts::table::MAIL_SPAN,
            lang,
            &[("from", &from), ("to", &to)],
        ),
    };
    let made = task
        .get(task::DELIVERABLE)
        .map(|made| quoted(&made, NAME_CHARS, lang))
        .map(|made| fill(texts::mail::MAIL_MAKES, lang, &[("what", &made)]))
        .unwrap_or_default();
    let parts = [format!("{code} {title}"), dates, made];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    format!("  {}", parts.join("  "))
}

/// The mail that carries the answers back.
pub fn reply(sending: &Sending, todos: &[Todo]) -> Letter {
    let sending = &sending.in_lines();
    let lang = sending.lang;
    let subject = fill(
        texts::mail::MAIL_SUBJECT_REPLY,
        lang,
        &[("project", &sending.project), ("name", &sending.sender)],
    );
    let subject = one_line(&subject, SUBJECT_CHARS);
    let mut lines = vec![texts::mail::MAIL_REPLY_HEAD.text(lang).to_owned()];
    for todo in todos {
        let answer = match todo.answer {
            Answer::Agreed => texts::mail::ANSWER_FINE,
            Answer::Objected => texts::mail::ANSWER_OBJECTED,
            Answer::Open | Answer::Outdated(_) => texts::mail::ANSWER_OPEN,
        };
        let what = match &todo.item {
            Item::Goal(_) => request_label(request::GOAL),
            Item::Duties(_) => request_label(request::DUTIES),
            Item::Tasks(_) => request_label(request::TASKS),
            Item::Backup(_) => request_label(request::BACKUP),
            Item::Differences(_) | Item::Work(_) | Item::Suggestion(_) => continue,
        };
        lines.push(format!(
            "- {}{}{}",
            what.text(lang),
            texts::forms::COLON.text(lang),
            answer.text(lang)
        ));
    }
    lines.push(String::new());
    lines.push(texts::mail::MAIL_REPLY_FILE.text(lang).to_owned());
    lines.push(sending.sender.clone());
    let body = lines.join("\n");
    Letter {
        chat: format!("{subject}\n{body}"),
        subject,
        body,
    }
}

/// The text that asks again those who have not answered.
pub fn reminder(project: &str, names: &str, by_when: &str, lang: Lang) -> String {
    let label = if by_when.is_empty() {
        texts::mail::REMIND
    } else {
        texts::mail::REMIND_BY
    };
    let project = one_line(project, NAME_CHARS);
    let (names, by_when) = (
        one_line(names, NAMES_CHARS),
        one_line(by_when, PERSON_CHARS),
    );
    fill(
        label,
        lang,
        &[("project", &project), ("names", &names), ("when", &by_when)],
    )
}
