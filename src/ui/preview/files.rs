//! One line per file: who, when, how much, and one verdict.

use super::answers::{Answers, guess_of, listed_name, who_text};
use crate::exchange::Preview;
use crate::exchange::preview::{FilePreview, Verdict, Who};
use crate::model::RecordId;
use crate::state::Session;
use crate::ui::context::{Ui, ui};
use crate::ui::pieces::live;
use crate::ui::said::Said;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// The files, those of one sender together, the newest first.
#[component]
pub(super) fn Files(
    preview: Rc<Preview>,
    session: Option<Session>,
    answers: Answers,
) -> impl IntoView {
    let ui = ui();
    let order = StoredValue::new(in_order(&preview));
    let preview = StoredValue::new_local(preview);
    let head = [texts::WHO, texts::FILE, texts::NEW_COUNT, texts::VERDICT];
    let is_choice = session.is_some() && order.with_value(|order| order.len() > 1);
    let lines = move || {
        preview.with_value(|preview| {
            let said = answers.said(ui, session, preview);
            let order = order.get_value();
            let line = |(place, at): (usize, &usize)| {
                let file = Line {
                    preview,
                    session,
                    answers,
                    at: *at,
                    above: &order[..place],
                    is_choice,
                };
                file_line(ui, &file, &said).into_any()
            };
            order.iter().enumerate().map(line).collect::<Vec<_>>()
        })
    };
    view! {
        <table class="list-table files">
            <thead><tr>
                {is_choice.then(|| view! { <th scope="col"><span class="hidden">{ui.t(texts::TAKE_THIS)}</span></th> })}
                {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
            </tr></thead>
            <tbody>{live(lines)}</tbody>
        </table>
    }
}

/// A file with what its line needs to know.
struct Line<'a> {
    preview: &'a Preview,
    session: Option<Session>,
    answers: Answers,
    at: usize,
    /// The files on the lines above.
    above: &'a [usize],
    is_choice: bool,
}

/// The files by sender, as they were given; of one sender the newest first.
fn in_order(preview: &Preview) -> Vec<usize> {
    let sender = |at: &usize| preview.files[*at].exported.by.clone();
    let mut order: Vec<usize> = (0..preview.files.len()).collect();
    let first = |at: &usize| (0..preview.files.len()).find(|other| sender(other) == sender(at));
    let newest = |at: &usize| std::cmp::Reverse(preview.files[*at].exported.at);
    order.sort_by_key(|at| (first(at), newest(at)));
    order
}

fn file_line(ui: Ui, line: &Line<'_>, said: &Said) -> impl IntoView + use<> {
    let file = &line.preview.files[line.at];
    let who = sender_of(file).map_or_else(String::new, |who| who_text(said, &who));
    let when = file
        .exported
        .at
        .map(|at| said.moment(at))
        .unwrap_or_default();
    let count = ui.fill(texts::N_PLACES, &[("n", &file.new.to_string())]);
    let verdict = verdict_text(ui, line, said);
    let mark = if file.new > 0 { "" } else { "＝ " };
    let differs = (!file.opened.is_empty()).then(|| {
        let text = ui.fill(
            texts::SEVERAL_DIFFER,
            &[("n", &file.opened.len().to_string())],
        );
        view! { " " <span class="chip" data-tone="warn">"≠ " {text}</span> }
    });
    let tick = line
        .is_choice
        .then(|| tick(ui, line.answers, line.at, &who));
    let stranger = stranger(ui, line, said);
    view! {
        <tr>
            {tick.map(|tick| view! { <td class="pick">{tick}</td> })}
            <td>{who.clone()} {stranger.is_some().then(|| view! { " " <span class="chip" data-tone="warn">{ui.text(texts::NOT_LISTED)}</span> })}</td>
            <td class="file"><span class="when">{when}</span> <span class="hint file-name" title=file.name.clone()>{file.name.clone()}</span></td>
            <td data-type="number">{count}</td>
            <td>{mark}{verdict} {differs} {stranger}</td>
        </tr>
    }
}

fn tick(ui: Ui, answers: Answers, at: usize, who: &str) -> impl IntoView + use<> {
    let is_taken = answers.left.with(|left| !left.contains(&at));
    let label = format!(
        "{}{}{who}",
        ui.text(texts::TAKE_THIS),
        ui.text(texts::COLON)
    );
    let change = move |event| {
        let is_taken = event_target_checked(&event);
        answers.left.update(|left| {
            if is_taken {
                left.remove(&at);
            } else {
                left.insert(at);
            }
        });
        crate::ui::dom::focus_soon(format!("[data-testid=take-file][data-file=\"{at}\"]"));
    };
    view! { <input type="checkbox" data-testid="take-file" data-file=at.to_string() aria-label=label prop:checked=is_taken on:change=change/> }
}

/// Who sent it, as it says, or who wrote what it brings.
fn sender_of(file: &FilePreview) -> Option<Who> {
    let by = file.exported.by.clone().map(Who::Author);
    by.or_else(|| file.authors.first().map(|(who, _)| who.clone()))
}

fn verdict_text(ui: Ui, line: &Line<'_>, said: &Said) -> String {
    let file = &line.preview.files[line.at];
    match &file.verdict {
        Verdict::New => match file.made_from.filter(|_| is_harmless(line, file)) {
            Some(ms) => match said.today_at(ms) {
                Some(when) => ui.fill(texts::VERDICT_TODAYS_BASE, &[("when", &when)]),
                None => ui.fill(texts::VERDICT_OLDER_BASE, &[("day", &said.day_at(ms))]),
            },
            None => ui.text(texts::VERDICT_NEW).to_owned(),
        },
        Verdict::ContainedIn(others) => {
            let is_above = matches!(others.as_slice(), [only] if line.above.contains(only));
            let label = if is_above {
                texts::VERDICT_IN_ABOVE
            } else {
                texts::VERDICT_IN_OTHERS
            };
            ui.text(label).to_owned()
        }
        Verdict::Contained => {
            let is_gone = line
                .session
                .is_some_and(|session| super::gone::is_any(line.preview, session));
            let label = if is_gone {
                texts::VERDICT_GONE
            } else {
                texts::VERDICT_CONTAINED
            };
            ui.text(label).to_owned()
        }
        Verdict::Earlier => {
            let date = file
                .exported
                .at
                .map(|at| said.moment(at))
                .unwrap_or_default();
            ui.fill(texts::VERDICT_EARLIER, &[("date", &date)])
        }
    }
}

/// Made from an earlier copy, and in nobody's way.
fn is_harmless(line: &Line<'_>, file: &FilePreview) -> bool {
    line.session.is_some() && file.lacks > 0 && file.opened.is_empty()
}

/// 是不是陈专员？ with the answer that is to be written with the taking.
fn stranger(ui: Ui, line: &Line<'_>, said: &Said) -> Option<AnyView> {
    let session = line.session?;
    let by = line.preview.files[line.at].exported.by.clone()?;
    let answered = line.answers.joins.with(|joins| joins.get(&by).cloned());
    let member = match &answered {
        Some(Some(member)) => Some(member.clone()),
        _ if said.is_listed(&by) && by.contains('/') && is_here(session, &by) => return None,
        _ if said
            .people
            .author(&by)
            .is_some_and(|person| is_here(session, person.as_str())) =>
        {
            return None;
        }
        _ => guess_of(session, line.preview, &by),
    };
    let name = member
        .as_ref()
        .map(|member| session.read(|log| listed_name(log, member)));
    Some(question(
        ui,
        line.answers,
        by,
        answered.is_some(),
        member,
        name,
    ))
}

fn is_here(session: Session, member: &str) -> bool {
    let record = member.parse::<RecordId>().ok();
    record.is_some_and(|record| session.read(|log| log.is_visible(&record)))
}

fn question(
    ui: Ui,
    answers: Answers,
    by: String,
    is_answered: bool,
    member: Option<RecordId>,
    name: Option<String>,
) -> AnyView {
    let (Some(member), Some(name)) = (member, name) else {
        return ().into_any();
    };
    let is_same = answers
        .joins
        .with(|joins| joins.get(&by).is_some_and(Option::is_some));
    let asked = if !is_answered {
        texts::IS_IT
    } else if is_same {
        texts::IS_THE_SAME
    } else {
        texts::IS_ANOTHER
    };
    let answer = move |same: Option<Option<RecordId>>| {
        let by = by.clone();
        move |_| {
            answers.joins.update(|joins| match &same {
                Some(same) => {
                    joins.insert(by.clone(), same.clone());
                }
                None => {
                    joins.remove(&by);
                }
            });
            crate::ui::dom::focus_soon(".who-is button".into());
        }
    };
    let text = ui.fill(asked, &[("name", &name)]);
    let buttons = if is_answered {
        view! { <button type="button" class="link" data-testid="join-again" on:click=answer(None)>{ui.t(texts::CHANGE_ANSWER)}</button> }.into_any()
    } else {
        view! {
            <button type="button" data-testid="join-yes" on:click=answer(Some(Some(member)))>{ui.t(texts::SAME_PERSON)}</button>
            <button type="button" data-testid="join-no" on:click=answer(Some(None))>{ui.t(texts::NOT_SAME)}</button>
        }
        .into_any()
    };
    view! { <span class="who-is" data-testid="who-is" role="status">{text} " " {buttons}</span> }
        .into_any()
}
