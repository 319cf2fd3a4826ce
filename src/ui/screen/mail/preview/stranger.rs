//! 是不是陈专员？ Who a sender is that is not on the list: asked beside their file, answered with the taking. What an
//! answer means is said with it; of a name that only looks like a listed one, and of one's own, No comes first.

use super::answers::{alike, guess_of, known, listed_name};
use super::long::NAME;
use crate::analysis::people::same_person::Listed;
use crate::analysis::words::look::{marked, shortened};
use crate::exchange::Preview;
use crate::model::RecordId;
use crate::state::Session;
use crate::templates::{identity, member};
use crate::ui::screen::base::arrival::Answers;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::frame::people::WhichPerson;
use crate::ui::screen::mail::attribution::Said;
use crate::ui::texts;
use leptos::prelude::*;

/// Whoever is asked about, and what was said of them.
struct Asked {
    by: String,
    member: RecordId,
    name: String,
    is_answered: bool,
    is_same: bool,
    /// Whether No is the safe answer: the name is not quite that of a listed person, or it is one's own.
    is_doubtful: bool,
}

/// The chip of somebody who looks like another, for a heading or a line.
pub(super) fn alike_chip(
    ui: Ui,
    session: Option<Session>,
    preview: &Preview,
    author: &str,
) -> Option<AnyView> {
    let session = session?;
    let known: Vec<Listed> = known(session);
    let one = alike(session, preview, author, &known)?;
    let name = shortened(&marked(one.name.clone()), NAME);
    let text = ui.fill(texts::frame::LOOKS_LIKE, &[("name", &name)]);
    Some(
        view! { " " <span class="chip" data-tone="danger" data-testid="looks-like">{text}</span> }
            .into_any(),
    )
}

/// The question, or its answer; nothing where the sender is known.
pub(super) fn stranger(
    ui: Ui,
    session: Option<Session>,
    (preview, answers): (&Preview, Answers),
    by: Option<&str>,
    said: &Said,
) -> Option<AnyView> {
    let (session, by) = (session?, by?);
    let answered = answers.joins.with(|joins| joins.get(by).cloned());
    let known: Vec<Listed> = known(session);
    let member = match &answered {
        Some(Some(member)) => member.clone(),
        _ if said.is_listed(by) && member::is_record(by) && is_here(session, by) => return None,
        _ if said
            .people
            .author(by)
            .is_some_and(|person| is_here(session, person.as_str())) =>
        {
            return None;
        }
        _ if !member::is_record(by) && session.read(|log| identity::is_settled(log, by)) => {
            return None;
        }
        _ => match guess_of(session, preview, by, &known) {
            Some(member) => member,
            None if member::is_record(by) => return None,
            None => return Some(whoever(ui, session, answers, by, answered.is_some())),
        },
    };
    let is_me = said.is_me(member.as_str());
    let listed = session.read(|log| listed_name(log, &member));
    // Only the very name that stands on the list speaks for joining.
    let is_it = identity::signed(by).0.trim() == listed.trim();
    let asked = Asked {
        name: shortened(&marked(listed), NAME),
        is_answered: answered.is_some(),
        is_same: answered.is_some_and(|answer| answer.is_some()),
        is_doubtful: is_me || !is_it || alike(session, preview, by, &known).is_some(),
        by: by.to_owned(),
        member,
    };
    Some(question(ui, answers, asked))
}

/// Of a name that is like nobody's: which of those on the list it is, or none of them.
fn whoever(ui: Ui, session: Session, answers: Answers, by: &str, is_answered: bool) -> AnyView {
    let author = by.to_owned();
    let say = move |who: Option<RecordId>| {
        answers.joins.update(|joins| {
            joins.insert(author.clone(), who);
        });
        crate::ui::screen::base::dom::focus_soon(".who-is button".into());
    };
    let by = by.to_owned();
    if is_answered {
        return view! {
            <span class="who-is" data-testid="who-is" role="status">
                {ui.t(texts::mail::IS_NOBODY)} " "
                <button type="button" class="link" data-testid="join-again"
                    on:click=move |_| answers.joins.update(|joins| { joins.remove(&by); })>
                    {ui.t(texts::mail::CHANGE_ANSWER)}
                </button>
            </span>
        }
        .into_any();
    }
    view! {
        <span class="who-is" data-testid="who-is" role="status">
            {ui.t(texts::mail::IS_ANYBODY)} " " <WhichPerson session say=Callback::new(say)/>
        </span>
    }
    .into_any()
}

fn is_here(session: Session, member: &str) -> bool {
    let record = member.parse::<RecordId>().ok();
    record.is_some_and(|record| session.read(|log| log.is_visible(&record)))
}

fn question(ui: Ui, answers: Answers, asked: Asked) -> AnyView {
    let label = match (asked.is_answered, asked.is_same) {
        (false, _) => texts::mail::IS_IT,
        (true, true) => texts::mail::IS_THE_SAME,
        (true, false) => texts::mail::IS_ANOTHER,
    };
    let name = [("name", asked.name.as_str())];
    let text = ui.fill(label, &name);
    let by = asked.by;
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
            crate::ui::screen::base::dom::focus_soon(".who-is button".into());
        }
    };
    let meaning = (!asked.is_answered || asked.is_same).then(|| view! {
        <span class="hint" data-testid="join-means">{ui.fill(texts::mail::JOIN_MEANS, &name)}</span>
    });
    let buttons = if asked.is_answered {
        view! {
            <button type="button" class="link" data-testid="join-again" on:click=answer(None)>
                {ui.t(texts::mail::CHANGE_ANSWER)}
            </button>
        }
        .into_any()
    } else {
        let yes = view! {
            <button type="button" data-testid="join-yes" on:click=answer(Some(Some(asked.member)))>
                {ui.t(texts::mail::SAME_PERSON)}
            </button>
        }
        .into_any();
        let no = view! {
            <button type="button" data-testid="join-no" on:click=answer(Some(None))>
                {ui.t(texts::mail::NOT_SAME)}
            </button>
        }
        .into_any();
        let buttons = if asked.is_doubtful {
            [no, yes]
        } else {
            [yes, no]
        };
        buttons.into_iter().collect::<Vec<_>>().into_any()
    };
    view! { <span class="who-is" data-testid="who-is" role="status">{text} " " {buttons} {meaning}</span> }.into_any()
}
