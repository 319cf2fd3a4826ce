//! Three files as colleagues would mail them for the worked example, so that somebody alone can try what happens then:
//! one made on what stood some time ago, one that differs from what stands here, and one from somebody whom nobody
//! listed. They are files like any other.

use super::session::Session;
use crate::exchange::{Envelope, Header, ProjectInfo, Scope, purpose, reply_name, write};
use crate::model::log::{Stamp, Write};
use crate::model::template::{CellType, Form, Lang, PARENT};
use crate::model::{Change, FieldKey, Log, Moment, RecordId, Replica, Value};
use crate::templates::{comment, member, status_of, task};
use chrono::{Days, NaiveDate};

/// What is done to a record: field and value.
type Fills = Vec<(&'static str, Value)>;

/// A file by its name, with its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleReply {
    /// As the mail program would save it.
    pub name: String,
    pub text: String,
}

/// How late the second reply puts a task, in days.
const LATER_DAYS: u64 = 7;
/// How far somebody has come, in per cent.
const FAR: i64 = 90;

/// Who is on no list.
const fn stranger(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "何俊",
        Lang::En => "He Jun",
    }
}

impl Session {
    /// The three files; fewer where the example no longer has what they speak of. `page` is the address they name.
    pub fn sample_replies(&self, page: &str, lang: Lang) -> Vec<SampleReply> {
        let replies = [
            self.read(an_old_reply),
            self.read(a_reply_that_differs),
            self.read(|log| a_strangers_remark(log, lang)),
        ];
        let made = replies.into_iter().flatten();
        made.map(|reply| self.file_of(reply, page, lang)).collect()
    }

    fn file_of(&self, reply: Reply, page: &str, lang: Lang) -> SampleReply {
        let (log, author) = self.replied(reply);
        let at = self.now();
        let project = ProjectInfo {
            id: self.project(),
            name: self.project_name(),
        };
        let name = name_of(&log, &project.name, &author, at, lang);
        let header = Header {
            app: env!("CARGO_PKG_VERSION").to_owned(),
            page: page.to_owned(),
            project,
            envelope: Envelope {
                at: Some(at),
                by: Some(author),
                ..Envelope::of(purpose::REPLY)
            },
            scope: Scope::Whole,
            lang,
            current: None,
        };
        SampleReply {
            name,
            text: write(&log, &header),
        }
    }

    /// What the colleague's copy holds after they did it, and who they are.
    fn replied(&self, reply: Reply) -> (Log, String) {
        let Reply {
            mut log,
            author,
            mut record,
            fills,
        } = reply;
        if record.kind() == comment::KIND {
            record = RecordId::random(comment::KIND, self.random());
        }
        let writes = fills.into_iter().map(|(key, value)| {
            let key = FieldKey::of(key);
            Write {
                seen: log.seen(&record, &key),
                record: record.clone(),
                key,
                value,
            }
        });
        let stamp = Stamp {
            replica: Replica::from_bytes(self.random()),
            seq: 1,
            lamport: log.next_lamport(),
            time: self.now().timestamp_millis(),
            author: Some(author.as_str().into()),
            on_behalf_of: None,
            note: None,
        };
        let changes: Vec<Change> = log.draft(writes.collect(), &stamp);
        log.add_all("", changes);
        (log, author)
    }
}

/// What the file of a reply is called.
fn name_of(log: &Log, project: &str, author: &str, at: Moment, lang: Lang) -> String {
    let who = author.parse::<RecordId>().ok();
    let person = who.map(|who| Form::new(log, who));
    let department = person
        .as_ref()
        .and_then(|person| person.referred(member::DEPARTMENT));
    let department = department.and_then(|one| one.get(crate::templates::department::NAME));
    let name = person.as_ref().and_then(|one| one.get(member::PERSON));
    let name = name.unwrap_or_else(|| author.to_owned());
    reply_name(project, &department.unwrap_or_default(), &name, at, lang)
}

/// What a colleague had, who they are, and what they did with it.
struct Reply {
    log: Log,
    author: String,
    record: RecordId,
    fills: Fills,
}

/// The tasks that somebody has begun, with who does them; the lead's own are left out.
fn begun(log: &Log) -> Vec<(RecordId, RecordId)> {
    let rows = log.rows(task::TASK.kind).into_iter();
    let of = |record: RecordId| {
        let form = Form::new(log, record.clone());
        let owner = form.referred(task::OWNER)?;
        let is_other = owner.get(member::PROJECT_ROLE).as_deref() != Some(member::LEAD.key);
        let is_begun = status_of(&form) == task::DOING.key && is_other;
        is_begun.then(|| (record, owner.record().clone()))
    };
    rows.filter_map(of).collect()
}

/// Somebody reports how far they are, on a copy that lacks up to the last fifth of what was done.
fn an_old_reply(log: &Log) -> Option<Reply> {
    let top = log.next_lamport();
    let key = FieldKey::of(task::PERCENT.name);
    let written = |record: &RecordId| {
        let live = log.live(record, &key);
        live.first().map_or(0, |live| live.change.lamport)
    };
    // Whatever was reported last is known to who reports anew.
    let oldest = begun(log)
        .into_iter()
        .min_by_key(|(record, _)| written(record));
    let (record, owner) = oldest?;
    let past = log.past(written(&record).max(top - top / 5));
    let is_there = Form::new(&past, record.clone()).has(task::TITLE.name);
    is_there.then(|| Reply {
        log: past,
        author: owner.to_string(),
        record,
        fills: vec![(task::PERCENT.name, Value::int(FAR))],
    })
}

/// Somebody puts their task later; the lead, or whoever wrote its last day, did so too without knowing it.
fn a_reply_that_differs(log: &Log) -> Option<Reply> {
    let key = FieldKey::of(task::CURRENT_END.name);
    let tasks = begun(log).into_iter().skip(1);
    let dated = tasks.filter_map(|(record, owner)| {
        let lamport = log.live(&record, &key).first()?.change.lamport;
        Some((lamport, record, owner))
    });
    let (lamport, record, owner) = dated.max_by_key(|(lamport, ..)| *lamport)?;
    let past = log.past(lamport.saturating_sub(1));
    let end: NaiveDate = Form::new(log, record.clone()).get(task::CURRENT_END)?;
    let later = end.checked_add_days(Days::new(LATER_DAYS))?;
    Some(Reply {
        log: past,
        author: owner.to_string(),
        record,
        fills: vec![(task::CURRENT_END.name, later.write())],
    })
}

/// Somebody whom nobody listed says something about a task.
fn a_strangers_remark(log: &Log, lang: Lang) -> Option<Reply> {
    let (record, _) = begun(log).last()?.clone();
    let said = match lang {
        Lang::Zh => "仓库下周二盘点，当天不收货，请错开。",
        Lang::En => "The warehouse counts its stock next Tuesday and takes no goods that day.",
    };
    Some(Reply {
        log: log.past(log.next_lamport()),
        author: stranger(lang).to_owned(),
        // A new remark gets its own id when the file is made.
        record: RecordId::of(comment::KIND),
        fills: vec![
            (PARENT, Value::text(record.as_str())),
            (comment::TEXT.name, Value::text(said)),
        ],
    })
}
