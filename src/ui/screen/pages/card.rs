//! What the list of projects says of a project that is not open: written beside it when it was last looked at.

use super::sample;
use crate::analysis::inbox::differences;
use crate::analysis::standing::due::{
    By, Late, counted_by_day, counted_until, kept_calendar, next_due_items,
};
use crate::analysis::standing::health::{Health, standing};
use crate::analysis::time::calendar::Calendar;
use crate::analysis::words::names;
use crate::analysis::{open_count, six_steps, told_checks};
use crate::model::ProjectId;
use crate::model::line::{PERSON_CHARS, one_line};
use crate::state::{Backup, Page, Route, SentWord, Session};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::counts::Counts;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::figures::CARD;
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::mark::mark;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::tones::health_look;
use crate::ui::screen::frame::unread_data;
use crate::ui::texts;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The line of a project in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Card {
    /// 我是
    me: String,
    /// 健康度
    health: Health,
    /// 我的待办
    todo: usize,
    /// 还没发出
    unsent: usize,
    /// Whether nobody was ever sent it.
    is_fresh: bool,
    /// 最近收到: when, and from whom.
    received: String,
    /// The last backup, and what came after it.
    backup: Backup,
    /// What is due next.
    due: Vec<CardDue>,
    /// How many more there are, by day.
    more_due: Vec<(String, usize)>,
    /// The calendar by which it is late.
    days: String,
}

/// Something that is due, as the list of projects says it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct CardDue {
    record: String,
    name: String,
    by: String,
}

/// So many things that are due are kept by name for the days to come.
const DUE: usize = 8;

/// The line as it was last written.
fn read(ui: Ui, project: ProjectId) -> Card {
    let text = ui.store().note(project, CARD);
    text.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Counts everything.
pub(in crate::ui) fn count(ui: Ui, session: Session) -> Counts {
    if session.is_unread() {
        // A part has no figures.
        return Counts::default();
    }
    let (now, lang) = (session.now(), ui.lang.get_untracked());
    let sent = untrack(|| session.sent_word());
    let card = make(ui, session, &sent);
    let differing = session.read(differences::open_number);
    Counts {
        differing,
        findings: session.read(|log| told_checks(log, now).pressing()) + differing,
        todo: card.todo,
        unsent: card.unsent,
        sent,
        steps: session.read(|log| six_steps(log, now).map(|count| mark(count, lang))),
        card: serde_json::to_string(&card).unwrap_or_default(),
    }
}

fn make(ui: Ui, session: Session, sent: &SentWord) -> Card {
    let (lang, now) = (ui.lang.get_untracked(), session.now());
    let author = session.author();
    let last = session.received().pop();
    let health = session.read(|log| standing(log, now).health);
    let me = session.me();
    let due = session.read(|log| next_due_items(log, me.as_ref(), now, usize::MAX));
    let (first, rest) = due.split_at(due.len().min(DUE));
    session.read(|log| Card {
        me: author
            .as_deref()
            .map(|author| names::person_name(log, Some(author), lang))
            .unwrap_or_default(),
        health,
        todo: untrack(|| open_count(&session.todos())),
        // Every other word means that there is nothing.
        unsent: match sent {
            SentWord::Unsent(places) => *places,
            SentWord::Fresh => session.unsent().len(),
            _ => 0,
        },
        is_fresh: *sent == SentWord::Fresh,
        received: last
            .map(|file| {
                let who = names::person_name(log, file.envelope.by.as_deref(), lang);
                format!(
                    "{} {}",
                    file.at_text(*now.offset()),
                    one_line(&who, PERSON_CHARS)
                )
            })
            .unwrap_or_default(),
        backup: untrack(|| session.backup()),
        days: kept_calendar(log, first, now),
        more_due: counted_by_day(rest, now),
        due: first
            .iter()
            .map(|(record, by)| CardDue {
                record: record.to_string(),
                name: names::record_name(log, record, lang),
                by: by.kept(),
            })
            .collect(),
    })
}

/// The cells of a project's line.
#[component]
pub(in crate::ui) fn CardCells(project: ProjectId) -> impl IntoView {
    let ui = ui();
    live(move || {
        ui.projects_changed.track();
        let card = read(ui, project);
        let is_doubtful = unread_data::is_doubtful(ui, project);
        let (tone, label) = match is_doubtful {
            true => ("warn", texts::frame::UNREAD_SHORT),
            false => health_look(card.health),
        };
        let is_sample = sample::is_sample_here(ui, project);
        let saved = if is_sample {
            "–".to_owned()
        } else {
            backup_word(ui, &card.backup)
        };
        let unsent = match card.unsent {
            _ if is_sample => ui.text(texts::mail::SAMPLE_NOT_SENT).to_owned(),
            0 if is_doubtful => "–".to_owned(),
            0 => ui.text(texts::frame::ALL_SENT).to_owned(),
            _ if card.is_fresh => ui.text(texts::mail::FRESH).to_owned(),
            n => ui.fill(texts::mail::N_PLACES, &[("n", &n.to_string())]),
        };
        view! {
            <td>{card.me}</td>
            <td><span class="chip" data-tone=tone>{ui.t(label)}</span></td>
            <td data-type="number">{if card.todo > 0 { card.todo.to_string() } else { "–".to_owned() }}</td>
            <td>{unsent}</td>
            <td>{card.received}</td>
            <td>{saved}</td>
        }
    })
}

/// When the last backup was made: 今天, 9 天前, or never.
pub(in crate::ui) fn backup_word(ui: Ui, backup: &Backup) -> String {
    match backup.days_ago(ui.now()) {
        None => ui.text(texts::frame::NO_BACKUP).to_owned(),
        Some(0) => ui.text(texts::mail::TODAY).to_owned(),
        Some(days) => ui.fill(texts::home::DAYS_AGO, &[("n", &days.to_string())]),
    }
}

/// The last backup of a project as it was last known.
pub(in crate::ui) fn backup_of(ui: Ui, project: ProjectId) -> Backup {
    read(ui, project).backup
}

/// 上次存备份 … 存备份: one line for a project whose backup is due.
#[component]
pub(in crate::ui) fn BackupDue(project: ProjectId) -> impl IntoView {
    let ui = ui();
    live(move || {
        ui.projects_changed.track();
        let open = ui.open_session(project);
        let open = open.map(|session| untrack(|| session.backup()));
        let backup = open.unwrap_or_else(|| backup_of(ui, project));
        let is_due = backup.is_due(ui.now()) && !sample::is_sample_here(ui, project);
        is_due.then(|| {
            let places = [
                ("name", ui.project_name(project)),
                ("when", backup_word(ui, &backup)),
            ];
            let places = places
                .each_ref()
                .map(|(place, text)| (*place, text.as_str()));
            view! {
                <p class="said" data-testid="backup-due">
                    <span>{ui.fill(texts::home::BACKUP_DUE, &places)}</span>
                    <button type="button" data-testid="save-backup"
                        on:click=move |_| carry_out(ui, Deed::Backup(project))>
                        {ui.t(texts::frame::MAKE_BACKUP)}
                    </button>
                </p>
            }
        })
    })
}

/// 今天到期: what a project has that is due today or late already; the first of it.
#[component]
pub(in crate::ui) fn DueToday(project: ProjectId) -> impl IntoView {
    let ui = ui();
    live(move || {
        ui.projects_changed.track();
        let now = ui.now();
        let card = read(ui, project);
        let calendar = Calendar::of_kept(&card.days);
        let late = |due: CardDue| {
            let late = By::read(&due.by)?.late(now, &calendar)?;
            Some((due, late))
        };
        let all: Vec<_> = card.due.into_iter().filter_map(late).collect();
        let more = all.len().saturating_sub(1) + counted_until(&card.more_due, now);
        let first = all.into_iter().next();
        let first = first.filter(|_| !sample::is_sample_here(ui, project));
        first.map(|(due, late)| {
            let places = [("project", ui.project_name(project)), ("name", due.name)];
            let places = places
                .each_ref()
                .map(|(place, text)| (*place, text.as_str()));
            let record = due.record.parse();
            let href = record.map_or(Route::Project(project, Page::Overview), |record| {
                Route::of_record(project, &record)
            });
            let more =
                (more > 0).then(|| ui.fill(texts::frame::MORE_ROWS, &[("n", &more.to_string())]));
            view! {
                <p class="said" data-testid="due-today">
                    <span>{ui.fill(texts::home::DUE_TODAY, &places)} {late_word(ui, late)}</span>
                    <a class="button" href=href.to_string()>{ui.t(texts::home::OPEN)}</a>
                    <span class="hint">{more}</span>
                </p>
            }
        })
    })
}

fn late_word(ui: Ui, late: Late) -> String {
    let with = |label, n: i64| ui.fill(label, &[("n", &n.to_string())]);
    match late {
        Late::Today => String::new(),
        Late::Days(days) => with(texts::home::DAYS_LATE, days),
        Late::Hours(hours) => with(texts::home::HOURS_LATE, hours),
    }
}

/// What the list of projects says under it: what is due, and whose backup is due.
#[component]
pub(in crate::ui) fn UnderList() -> impl IntoView {
    let ui = ui();
    let projects = Signal::derive(move || {
        ui.projects_changed.track();
        ui.store().projects_now()
    });
    let due = long(Within::Page, projects, ProjectId::to_string, |project| {
        view! { <DueToday project/> }.into_any()
    });
    let backups = long(Within::Page, projects, ProjectId::to_string, |project| {
        view! { <BackupDue project/> }.into_any()
    });
    view! { <div class="under-list">{due} {backups}</div> }
}
