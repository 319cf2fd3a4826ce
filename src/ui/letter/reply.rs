//! The mail that carries answers back, in the words in which they were given, and what else was changed.

use super::super::texts;
use super::{Letter, MAIL_LINES, SUBJECT_CHARS, SUBJECT_NAME_CHARS, Sending, news, request_label};
use crate::analysis::goal::adjustment::{Adjustment, adjustment};
use crate::analysis::goal::answers::confirmation_record;
use crate::analysis::goal::dates::task_answer;
use crate::analysis::inbox::noting::words_against;
use crate::analysis::inbox::todos::request;
use crate::analysis::people::who::People;
use crate::analysis::telling::{Did, Doing, Naming};
use crate::analysis::words::names::short_name;
use crate::analysis::{Answer, Item, Todo};
use crate::model::line::{one_line, quoted};
use crate::model::template::{Form, Label};
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::{comment, confirmation, member, metric, report_item, task};

/// Characters of an answer in somebody's own words.
const WORDS: usize = 400;

/// The mail that carries the answers back.
pub fn reply(log: &Log, sending: &Sending, todos: &[Todo]) -> Letter {
    let sending = &sending.in_lines();
    let lang = sending.lang;
    let project = one_line(&sending.project, SUBJECT_NAME_CHARS);
    let places = [("project", &*project), ("name", &*sending.sender)];
    let subject = sending.fill(texts::mail::MAIL_SUBJECT_REPLY, &places);
    let subject = one_line(&subject, SUBJECT_CHARS);
    let answers: Vec<String> = todos
        .iter()
        .flat_map(|todo| answer(log, sending, todo))
        .collect();
    let mut lines: Vec<String> = Vec::new();
    if !answers.is_empty() {
        lines.push(texts::mail::MAIL_REPLY_HEAD.text(lang).to_owned());
        lines.extend(answers);
    }
    let doings = sending.news.doings.iter();
    let rest: Vec<Doing> = doings.filter_map(|doing| besides(log, doing)).collect();
    let rest = news::own(log, sending, &rest, MAIL_LINES);
    if !rest.is_empty() {
        let label = match lines.is_empty() {
            true => texts::mail::MAIL_REPLY_CHANGES,
            false => texts::mail::MAIL_REPLY_BESIDES,
        };
        lines.push(label.text(lang).to_owned());
        lines.extend(rest);
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

/// What was done to a thing besides what the answers tell of it; nothing where they tell it all.
fn besides(log: &Log, doing: &Doing) -> Option<Doing> {
    let is_adjusted =
        doing.thing.kind() == task::KIND && task_answer(log, &doing.thing) == Answer::Objected;
    let is_told = |did: &Did| match did {
        Did::Remarked(..) => false,
        Did::Wrote { key, .. } | Did::Suggested(key, _) => match doing.thing.kind() {
            member::KIND => key.as_str() == member::BACKUP_PERSON.name,
            task::KIND => is_adjusted && key.as_str() == task::CURRENT_END.name,
            _ => false,
        },
        did => did.is_word(),
    };
    let mut rest = doing.clone();
    rest.clauses.retain(|clause| !is_told(&clause.did));
    (!rest.clauses.is_empty()).then_some(rest)
}

/// A question with its answer, and a line for each date that is to be changed.
fn answer(log: &Log, sending: &Sending, todo: &Todo) -> Vec<String> {
    let Some((key, said, more)) = said_to(log, sending, todo) else {
        return Vec::new();
    };
    let what = request_label(key).text(sending.lang);
    let places = [("what", what), ("answer", &*said)];
    let mut lines = vec![sending.fill(texts::mail::MAIL_ANSWER, &places)];
    lines.extend(more);
    lines
}

/// Which question it is, what is answered, and the lines under that.
fn said_to(
    log: &Log,
    sending: &Sending,
    todo: &Todo,
) -> Option<(&'static str, String, Vec<String>)> {
    let said = match &todo.item {
        Item::Know(person) => {
            let words = words_against(log, person).map(|(_, words)| words);
            let words = words.filter(|_| todo.answer == Answer::Objected);
            (
                request::KNOW,
                worded(sending, todo.answer, &words.unwrap_or_default()),
                Vec::new(),
            )
        }
        Item::Goal(department) => (
            request::GOAL,
            goal(log, sending, department, todo.answer),
            Vec::new(),
        ),
        Item::Duties(department) => (
            request::DUTIES,
            duties(log, sending, department, todo.answer),
            Vec::new(),
        ),
        Item::Tasks(tasks) => {
            let (said, more) = dates(log, sending, tasks);
            (request::TASKS, said, more)
        }
        Item::Progress(tasks) => {
            let (said, more) = super::progress::told(log, tasks, sending.lang);
            (request::PROGRESS, said, more)
        }
        Item::Requests(_) => (
            request::ANSWERS,
            worded(sending, todo.answer, ""),
            Vec::new(),
        ),
        Item::Actions(_) => (
            request::ACTIONS,
            worded(sending, todo.answer, ""),
            Vec::new(),
        ),
        Item::Assessments(_) => (
            request::ASSESS,
            worded(sending, todo.answer, ""),
            Vec::new(),
        ),
        Item::Feedback(_) => {
            let word = match todo.answer {
                Answer::Agreed => texts::mail::ANSWER_FEEDBACK,
                _ => texts::mail::ANSWER_OPEN,
            };
            (
                request::FEEDBACK,
                word.text(sending.lang).to_owned(),
                Vec::new(),
            )
        }
        Item::Contribution(department) => {
            let line = report_item::record_of(department);
            let line = line.and_then(|line| Form::new(log, line).get(report_item::TEXT));
            let said = match line {
                Some(line) => quoted(&line, WORDS, sending.lang),
                None => texts::mail::ANSWER_OPEN.text(sending.lang).to_owned(),
            };
            (request::CONTRIBUTION, said, Vec::new())
        }
        Item::Metrics(metrics) => {
            let (said, more) = measured(log, sending, metrics);
            (request::METRICS, said, more)
        }
        Item::Opinions { me, asked } => {
            let (said, more) = super::opinions::told_of_opinions(log, me, asked, sending.lang);
            (request::OPINIONS, said, more)
        }
        Item::Rollout(departments) => {
            let said = super::opinions::told_of_rollout(log, departments, sending.lang);
            (request::ROLLOUT, said, Vec::new())
        }
        Item::Decisions { me, asked } => {
            let (said, more) = super::decisions::told(log, me, asked, sending.lang);
            (request::DECISIONS, said, more)
        }
        Item::Risks(risks) => {
            let (said, more) = super::risks::told(log, risks, sending);
            (request::RISKS, said, more)
        }
        Item::Backup(person) => (request::BACKUP, backup(log, sending, person), Vec::new()),
        _ => return None,
    };
    Some(said)
}

/// How many metrics have their value, and what it is.
fn measured(log: &Log, sending: &Sending, metrics: &[RecordId]) -> (String, Vec<String>) {
    let line = |metric: &RecordId| {
        let form = Form::new(log, metric.clone());
        let value = form.get(metric::ACTUAL_VALUE)?;
        let name = short_name(log, metric, sending.lang);
        let unit = form.get(metric::UNIT).unwrap_or_default();
        let why = form.get(metric::EXPLANATION);
        let why = why.map(|why| quoted(&why, WORDS, sending.lang));
        let said = format!("{name} {value} {unit} {}", why.unwrap_or_default());
        Some(format!("   {}", said.trim()))
    };
    let lines: Vec<String> = metrics.iter().filter_map(line).collect();
    (format!("{}/{}", lines.len(), metrics.len()), lines)
}

/// Yes, no with the words, or not yet.
fn worded(sending: &Sending, answer: Answer, words: &str) -> String {
    let word = |label: Label| label.text(sending.lang).to_owned();
    let words = quoted(words, WORDS, sending.lang);
    let is_empty = words.chars().count() <= 2;
    match answer {
        Answer::Agreed if is_empty => word(texts::mail::ANSWER_FINE),
        Answer::Agreed => sending.fill(texts::mail::ANSWER_FINE_BUT, &[("text", &words)]),
        Answer::Objected if is_empty => word(texts::mail::ANSWER_OBJECTED),
        Answer::Objected => sending.fill(texts::mail::ANSWER_OBJECTED_WHY, &[("text", &words)]),
        Answer::Outdated(_) => word(texts::mail::ANSWER_AGAIN),
        Answer::ObjectedBefore(_) => word(texts::mail::ANSWER_OBJECTED_BEFORE),
        Answer::Open => word(texts::mail::ANSWER_OPEN),
    }
}

fn goal(log: &Log, sending: &Sending, department: &RecordId, answer: Answer) -> String {
    let record = confirmation_record(department);
    let form = record.map(|record| Form::new(log, record));
    let words = form.and_then(|form| form.get(confirmation::COMMENT));
    worded(sending, answer, &words.unwrap_or_default())
}

/// An objection to the duties of a department is a remark on it.
fn duties(log: &Log, sending: &Sending, department: &RecordId, answer: Answer) -> String {
    let form = Form::new(log, department.clone());
    let remarks = form.rows(comment::COMMENT.kind);
    let words = remarks.last().and_then(|remark| remark.get(comment::TEXT));
    let words = words
        .filter(|_| answer == Answer::Objected)
        .unwrap_or_default();
    worded(sending, answer, &words)
}

fn dates(log: &Log, sending: &Sending, tasks: &[RecordId]) -> (String, Vec<String>) {
    let answers: Vec<Answer> = tasks.iter().map(|task| task_answer(log, task)).collect();
    let fine = answers
        .iter()
        .filter(|answer| **answer == Answer::Agreed)
        .count();
    let adjusted: Vec<(&RecordId, Adjustment)> = tasks
        .iter()
        .zip(&answers)
        .filter_map(|(task, answer)| (*answer == Answer::Objected).then_some(task))
        .filter_map(|task| Some((task, adjustment(log, task)?)))
        .collect();
    let open = tasks.len() - fine - adjusted.len();
    let mut parts: Vec<String> = Vec::new();
    let mut part = |label: Label, n: usize| {
        if n > 0 {
            parts.push(sending.fill(label, &[("n", &n.to_string())]));
        }
    };
    part(texts::mail::ANSWER_DATES_FINE, fine);
    part(texts::mail::ANSWER_DATES_ADJUST, adjusted.len());
    part(texts::mail::ANSWER_DATES_OPEN, open);
    let lines = adjusted
        .iter()
        .map(|(task, one)| adjusted_line(log, sending, task, one));
    (sending.list(&parts), lines.collect())
}

/// T-3 打样：截止 01-29 → 02-26，因为…
fn adjusted_line(log: &Log, sending: &Sending, task: &RecordId, one: &Adjustment) -> String {
    let naming = Naming::of(log, sending.lang);
    let due = FieldKey::of(task::CURRENT_END.name);
    let did = match one.to.is_empty() {
        true => Did::Objected(crate::analysis::telling::Subject::Dates, String::new()),
        false => Did::Wrote {
            key: due,
            from: one.from.clone(),
            to: one.to.clone(),
            is_settled: false,
        },
    };
    format!("  {}", naming.of_thing(task, did, one.reason.clone()))
}

fn backup(log: &Log, sending: &Sending, person: &RecordId) -> String {
    let people = People::shared(&Form::new(log, person.clone()));
    let mut records = people.records(person).into_iter();
    let named = records.find_map(|record| Form::new(log, record).referred(member::BACKUP_PERSON));
    let name = named.and_then(|backup| backup.get(member::PERSON));
    match name {
        Some(name) => one_line(&name, crate::model::line::PERSON_CHARS),
        None => texts::mail::ANSWER_OPEN.text(sending.lang).to_owned(),
    }
}
