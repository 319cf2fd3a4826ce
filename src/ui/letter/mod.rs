//! The text beside the file: enough for somebody who cannot open it. Who reads only that knows what is asked of them
//! and by when, what was answered in whose words, and what has changed. Pure words from the project; knows no screen.

mod about;
mod agenda;
mod cases;
mod decisions;
mod health;
mod mailto;
mod matters;
mod meeting;
mod news;
mod opinions;
mod plan;
mod progress;
mod reply;
mod resources;
mod risks;
mod roles;
mod rules;
mod schedule;
mod subject;

pub use cases::{
    CaseLine, case_chat, case_next, case_on_paper, short_moment, short_until, step_said,
};
pub use decisions::{decided_said, goes_up, options, remind_of_decision, reply_said, silence_said};
pub use health::cause_said;
pub use matters::remind_of_matter;
pub use meeting::{
    came, cause_text, causes, coming_said, line_said, meeting_title, point_name, point_said,
    results, short_day,
};
pub use opinions::{consultation_said, opinion_said};
pub use progress::{newest_said, remind_of_updates, update_said};
pub use reply::reply;
pub use resources::{
    clash_said, grant_said, grant_takes, provider_said, wants_said, way_label, way_said,
};
pub use risks::{extreme_risk, level_said, risk_said};
pub use roles::{own_parts, part_line, remind_of_roles};
pub use rules::{RuleLine, RulesPart, rules_said};
pub use schedule::expected_said;

use super::texts::{self, fill};
use crate::analysis::inbox::todos::request;
use crate::analysis::words::typed::readable;
use crate::exchange::Envelope;
use crate::model::line::{NAME_CHARS, PERSON_CHARS, one_line};
use crate::model::template::{Label, Lang, Viewpoint};
use crate::model::{Log, RecordId, Zone};
use crate::state::SinceLast;
use chrono::NaiveDate;

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// The subject line.
    pub subject: String,
    /// The text.
    pub body: String,
    /// The short text for a chat.
    pub chat: String,
}

impl Letter {
    /// Subject and text as they are copied together.
    pub fn whole(&self) -> String {
        format!("{}\n\n{}", self.subject, self.body)
    }
}

/// What is sent, by whom, to whom, and what is asked.
#[derive(Debug, Clone, Default)]
pub struct Sending {
    /// The project's name.
    pub project: String,
    /// Who sends it.
    pub sender: String,
    /// To whom it goes, what is asked and until when, and a line of the sender's own.
    pub envelope: Envelope,
    /// The form with which something was done that concerns them.
    pub about: Option<RecordId>,
    /// What has changed since they were given something.
    pub news: SinceLast,
    /// Since when that is, as people read it.
    pub since: String,
    /// The page's address, with the project's route.
    pub page: String,
    /// The day on which it is written.
    pub today: NaiveDate,
    /// Where its sender is.
    pub zone: Zone,
    /// The language.
    pub lang: Lang,
}

/// Characters of a subject.
const SUBJECT_CHARS: usize = 160;
/// Characters of all the names in a reminder.
const NAMES_CHARS: usize = 2_000;
/// Characters of an address.
const ADDRESS_CHARS: usize = 1_000;
/// Lines of what has changed in a mail, and in a text for a chat.
const MAIL_LINES: usize = 60;
const CHAT_LINES: usize = 6;
/// Characters of a project's name in a subject: what is asked has to be seen in a list of mails.
const SUBJECT_NAME_CHARS: usize = 24;

impl Sending {
    /// The same with each part on one line. Only the sender's own words may have several.
    fn in_lines(&self) -> Self {
        Self {
            project: one_line(&self.project, NAME_CHARS),
            sender: one_line(&self.sender, PERSON_CHARS),
            since: one_line(&self.since, PERSON_CHARS),
            page: one_line(&self.page, ADDRESS_CHARS),
            ..self.clone()
        }
    }

    /// From where its sender sees it.
    const fn from(&self) -> Viewpoint {
        Viewpoint {
            lang: self.lang,
            zone: self.zone,
        }
    }

    fn fill(&self, label: Label, places: &[(&str, &str)]) -> String {
        fill(label, self.lang, places)
    }

    /// What is asked, in words.
    fn asks(&self) -> Vec<&'static str> {
        let requests = self.envelope.requests.iter();
        requests
            .map(|key| request_label(key).text(self.lang))
            .collect()
    }

    /// Until when, as people read it.
    fn until(&self) -> Option<String> {
        let when = self.envelope.by_when.as_deref();
        when.map(|when| readable(when, Zone::AsWritten))
    }

    /// Whether the day until which an answer was asked for is not here yet.
    fn is_still_time(&self) -> bool {
        let when = self.envelope.by_when.as_deref();
        let day = when.and_then(|when| when.get(..10)?.parse::<NaiveDate>().ok());
        day.is_some_and(|day| day > self.today)
    }

    fn list(&self, names: &[impl AsRef<str>]) -> String {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        names.join(texts::LIST_SEPARATOR.text(self.lang))
    }

    fn how(&self) -> String {
        self.fill(texts::mail::MAIL_HOW, &[("page", &self.page)])
    }
}

/// The members that a file goes to.
pub fn people(envelope: &Envelope) -> impl Iterator<Item = RecordId> {
    envelope.to.iter().filter_map(|to| to.parse().ok())
}

/// What a request is called.
pub fn request_label(key: &str) -> Label {
    match key {
        request::KNOW => texts::roles::KNOW,
        request::GOAL => texts::mail::ASK_GOAL,
        request::DUTIES => texts::mail::ASK_DUTIES,
        request::TASKS => texts::mail::ASK_TASKS,
        request::PROGRESS => texts::mail::ASK_PROGRESS,
        request::ANSWERS => texts::resource::ASK_ANSWERS,
        request::FEEDBACK => texts::mail::ASK_FEEDBACK,
        request::CONTRIBUTION => texts::mail::ASK_CONTRIBUTION,
        request::METRICS => texts::mail::ASK_METRICS,
        request::ACTIONS => texts::meeting::ASK_ACTIONS,
        request::ASSESS => texts::changes::ASK_ASSESS,
        request::DECISIONS => texts::replies::ASK,
        request::RISKS => texts::mail::ASK_RISKS,
        request::OPINIONS => texts::opinions::GIVE,
        request::ROLLOUT => texts::opinions::REPORT,
        _ => texts::mail::ASK_BACKUP,
    }
}

/// The mail that sends the project out, asks something, or says that somebody's turn has come.
pub fn invite(log: &Log, sending: &Sending) -> Letter {
    let sending = &sending.in_lines();
    let lang = sending.lang;
    let asks = sending.asks();
    let subject = subject::of_invitation(log, sending, &asks);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(sending.envelope.ask.clone());
    let about = about::lines(log, sending);
    lines.extend(about.iter().cloned());
    if !asks.is_empty() {
        lines.push(texts::mail::MAIL_PLEASE.text(lang).to_owned());
        lines.extend((1..).zip(&asks).map(|(n, ask)| format!("{n}. {ask}")));
    }
    let by_when = sending.until().filter(|_| !asks.is_empty());
    let by_when = by_when.map(|when| sending.fill(texts::mail::MAIL_BY, &[("when", &when)]));
    lines.extend(by_when.clone());
    let asks_decisions = |key: &String| key == request::DECISIONS;
    if sending.envelope.requests.iter().any(asks_decisions) {
        lines.extend(decisions::asked(log, sending));
    }
    if sending
        .envelope
        .requests
        .iter()
        .any(|key| key == request::OPINIONS)
    {
        lines.extend(opinions::asked_for_opinions(log, sending));
    }
    lines.extend(opinions::what_became(log, sending));
    lines.extend(roles::lines(log, sending));
    lines.extend(news::lines(log, sending, MAIL_LINES));
    lines.push(String::new());
    lines.push(sending.how());
    lines.push(texts::mail::MAIL_NO_FILE.text(lang).to_owned());
    if !asks.is_empty() || sending.news.has_newcomers {
        lines.push(String::new());
        lines.extend(plan::summary(log, lang));
    }
    lines.push(String::new());
    lines.push(sending.sender.clone());
    let mut chat: Vec<String> = vec![subject.clone()];
    chat.extend(about.into_iter().take(CHAT_LINES));
    chat.extend((!asks.is_empty()).then(|| sending.list(&asks)));
    chat.extend(by_when);
    chat.extend(news::lines(log, sending, CHAT_LINES));
    chat.push(sending.how());
    chat.retain(|line| !line.is_empty());
    Letter {
        subject,
        body: lines.join("\n"),
        chat: chat.join("\n"),
    }
}

/// The text that asks again those who have not answered: what was asked of them, by when, and how they answer.
pub fn reminder(sending: &Sending, names: &str) -> String {
    let sending = &sending.in_lines();
    let names = one_line(names, NAMES_CHARS);
    let until = sending.until();
    let label = match until {
        None => texts::mail::REMIND,
        Some(_) if sending.is_still_time() => texts::mail::REMIND_AHEAD,
        Some(_) => texts::mail::REMIND_BY,
    };
    let places = [
        ("project", &*sending.project),
        ("names", &*names),
        ("when", until.as_deref().unwrap_or_default()),
    ];
    let mut lines = vec![sending.fill(label, &places)];
    let asks = sending.asks();
    if !asks.is_empty() {
        lines.push(texts::mail::MAIL_PLEASE.text(sending.lang).to_owned());
        lines.extend((1..).zip(&asks).map(|(n, ask)| format!("{n}. {ask}")));
    }
    if !sending.since.is_empty() {
        lines.push(sending.fill(texts::mail::REMIND_FILE, &[("when", &sending.since)]));
    }
    lines.push(sending.how());
    lines.push(texts::mail::MAIL_NO_FILE.text(sending.lang).to_owned());
    lines.push(sending.sender.clone());
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
