//! What can be opened from the search besides records: pages, other projects, commands, and what the page itself
//! offers. Knows no letters: how well something fits says `analysis/words/search`.

use super::here::PageButton;
use crate::analysis::words::initials::Initials;
use crate::analysis::words::search::{Fit, Query};
use crate::model::template::{Label, Lang, Template};
use crate::model::{ProjectId, RecordId};
use crate::state::{Page, PlanShown, PlanView, Route, Session};
use crate::templates::{needs_a_parent, settings, tabs_of, view};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::door::{carry_out, undo_or_redo};
use crate::ui::screen::base::overlay::Panel;
use crate::ui::screen::form::extras::of_list;
use crate::ui::screen::frame::view_switch::OFFERED;
use crate::ui::screen::frame::{menu, shell};
use crate::ui::texts;
use leptos::prelude::{Get, Set, Track};

/// Lines shown of one group; the rest is counted.
const MOST: usize = 8;

/// What a line leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    Record(RecordId),
    Page(Route),
    /// What the page offers, by its place among them.
    Here(usize),
    Command(Command),
}

/// What can be done anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Undo,
    Redo,
    Print,
    Backup,
    Language,
    Look(&'static str),
    Open(Panel),
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ResultLine {
    pub(super) target: Target,
    pub(super) name: String,
    /// Where it was found.
    pub(super) found: String,
}

/// What was found of one sort.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lines {
    pub(super) label: Label,
    pub(super) lines: Vec<ResultLine>,
    pub(super) more: usize,
    /// How well the best of them fits; nothing where nothing was asked.
    pub(super) fit: Option<Fit>,
}

/// Something that has a name in both languages.
struct Named {
    target: Target,
    zh: String,
    en: String,
}

impl Named {
    fn new(target: Target, label: Label) -> Self {
        Self {
            target,
            zh: label.zh.to_owned(),
            en: label.en.to_owned(),
        }
    }

    /// The same text in both.
    fn own(target: Target, name: &str) -> Self {
        Self {
            target,
            zh: name.to_owned(),
            en: name.to_owned(),
        }
    }

    /// A text with one place, filled in each.
    fn filled(target: Target, label: Label, place: &str, with: Label) -> Self {
        let text = |lang| {
            let with = texts::in_sentence(with, lang);
            texts::fill(label, lang, &[(place, &with)])
        };
        Self {
            target,
            zh: text(Lang::Zh),
            en: text(Lang::En),
        }
    }
}

/// What fits of all that can be opened, group by group; all of it where nothing was asked.
pub(super) fn offers(
    ui: Ui,
    session: Session,
    here: &[PageButton],
    query: &Query,
    initials: &Initials,
) -> Vec<Lines> {
    let on_page = here.iter().enumerate();
    let on_page = on_page.map(|(at, one)| Named::own(Target::Here(at), &one.name));
    let groups = [
        (texts::palette::ON_THIS_PAGE, on_page.collect()),
        (texts::palette::PAGES, pages(session.project())),
        (texts::palette::DEEDS, commands()),
        (texts::palette::DEEDS, new_ones(session.project())),
        (texts::palette::PROJECTS, projects(ui, session.project())),
    ];
    let lang = ui.lang.get();
    // Without a question only what is next: of a hundred lines nobody reads any.
    let is_shown = |label: &Label| !query.is_empty() || *label != texts::palette::PROJECTS;
    let shown = groups.into_iter().filter(|(label, _)| is_shown(label));
    let found = shown.filter_map(|(label, all)| fitting(label, all, query, initials, lang));
    found.fold(Vec::new(), join)
}

/// Two groups of one name are one.
fn join(mut groups: Vec<Lines>, next: Lines) -> Vec<Lines> {
    match groups.last_mut() {
        Some(last) if last.label == next.label => {
            let room = MOST.saturating_sub(last.lines.len()).min(next.lines.len());
            last.more += next.more + next.lines.len() - room;
            last.lines.extend(next.lines.into_iter().take(room));
            last.fit = last.fit.min(next.fit);
        }
        _ => groups.push(next),
    }
    groups
}

fn fitting(
    label: Label,
    all: Vec<Named>,
    query: &Query,
    initials: &Initials,
    lang: Lang,
) -> Option<Lines> {
    let fit = |one: &Named| {
        if query.is_empty() {
            return Some(Fit::Name);
        }
        let (name, other) = match lang {
            Lang::Zh => (&one.zh, &one.en),
            Lang::En => (&one.en, &one.zh),
        };
        query.of_names(name, other, initials)
    };
    let mut fitting: Vec<(Fit, Named)> = all
        .into_iter()
        .filter_map(|one| Some((fit(&one)?, one)))
        .collect();
    crate::model::sort::sort_by(&mut fitting, |a: &(Fit, Named), b| a.0.cmp(&b.0));
    let best = fitting.first()?.0;
    let line = |(_, one): (Fit, Named)| ResultLine {
        target: one.target,
        name: if lang == Lang::En { one.en } else { one.zh },
        found: String::new(),
    };
    Some(Lines {
        label,
        more: fitting.len().saturating_sub(MOST),
        lines: fitting.into_iter().take(MOST).map(line).collect(),
        fit: (!query.is_empty()).then_some(best),
    })
}

/// The pages of the project, in the order in which they stand at its side.
fn pages(project: ProjectId) -> Vec<Named> {
    let page =
        |page: Page, label: Label| Named::new(Target::Page(Route::Project(project, page)), label);
    let list = |form: &'static Template| page(Page::Kind(form.kind.to_owned()), form.list_label());
    let first = [
        page(Page::Overview, texts::frame::OVERVIEW),
        page(Page::Todo, texts::frame::TODO),
    ];
    let view =
        |(view, label): &(PlanView, Label)| page(Page::Plan(*view, PlanShown::default()), *label);
    let views = OFFERED
        .iter()
        .filter(|(view, _)| *view != PlanView::Grid)
        .map(view);
    let last = [
        page(Page::Closing, texts::frame::CLOSING),
        page(Page::Exchange, texts::frame::EXCHANGE),
        page(Page::Checks, texts::frame::CHECKS),
        page(Page::Brief, texts::standing::BRIEF),
        page(Page::Clashes, texts::resource::CLASH),
        page(Page::Calendar, texts::frame::CALENDAR),
        list(&settings::SETTINGS),
        page(Page::Bin, texts::frame::BIN),
        Named::new(Target::Page(Route::Home), texts::frame::HOME),
    ];
    let lists = (1..=6).flat_map(tabs_of).map(list);
    let lists = lists.chain(views);
    first.into_iter().chain(lists).chain(last).collect()
}

/// The other projects of this browser.
fn projects(ui: Ui, here: ProjectId) -> Vec<Named> {
    ui.projects_changed.track();
    let others = ui.store().projects_now().into_iter();
    let others = others.filter(|project| *project != here);
    let named = others.map(|project| {
        let target = Target::Page(Route::Project(project, Page::Overview));
        Named::own(target, &ui.project_name(project))
    });
    named.collect()
}

/// A new record of each kind that has a list of its own.
fn new_ones(project: ProjectId) -> Vec<Named> {
    let begins = |form: &&'static Template| {
        !form.once && !needs_a_parent(form.kind) && of_list(form.kind).whole.is_none()
    };
    let forms = (1..=6).flat_map(tabs_of).filter(begins);
    let named = forms.map(|form| {
        let new = Route::Project(project, Page::New(form.kind.to_owned()));
        Named::filled(Target::Page(new), texts::palette::NEW_ONE, "what", form.one)
    });
    named.collect()
}

fn commands() -> Vec<Named> {
    let command = |command, label| Named::new(Target::Command(command), label);
    let looks = menu::LOOKS.map(|(look, label)| {
        let target = Target::Command(Command::Look(look));
        Named::filled(target, texts::palette::LOOK_IS, "look", label)
    });
    let all = [
        command(Command::Undo, texts::frame::UNDO),
        command(Command::Redo, texts::frame::REDO),
        command(Command::Print, texts::palette::PRINT_IT),
        command(Command::Backup, texts::frame::MAKE_BACKUP),
        command(Command::Open(Panel::Keys), texts::palette::KEYS_HERE),
        command(Command::Open(Panel::Help), texts::frame::HELP),
        command(Command::Language, texts::palette::LANGUAGE),
        command(Command::Open(Panel::Data), texts::frame::WHERE_DATA),
    ];
    all.into_iter().chain(looks).collect()
}

/// Does what a line stands for. The panel is shut already.
pub(super) fn follow(ui: Ui, session: Session, here: &[PageButton], target: &Target) {
    match target {
        Target::Record(record) if record.kind() == view::KIND => {
            let saved = session.plan_views().into_iter();
            let mut saved = saved.filter(|one| one.record == *record);
            let page = saved.next().map(|one| Page::Plan(one.view, one.asked()));
            ui.go(
                session.project(),
                page.unwrap_or(Page::Record(record.clone())),
            );
        }
        Target::Record(record) => dom::go(&Route::of_record(session.project(), record)),
        Target::Page(route) => dom::go(route),
        Target::Here(at) => {
            if let Some(one) = here.get(*at) {
                one.press();
            }
        }
        Target::Command(Command::Undo) => undo_or_redo(ui, session, false),
        Target::Command(Command::Redo) => undo_or_redo(ui, session, true),
        Target::Command(Command::Print) => dom::print(ui.on_paper),
        Target::Command(Command::Backup) => carry_out(ui, Deed::Backup(session.project())),
        Target::Command(Command::Language) => shell::switch_language(ui),
        Target::Command(Command::Look(look)) => menu::choose_look(ui, look),
        Target::Command(Command::Open(panel)) => ui.panel.set(Some(*panel)),
    }
}
