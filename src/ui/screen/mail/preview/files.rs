//! One line per file: who, when, how much, and one verdict.

use super::answers::who_text;
use super::long::{VALUE, WINDOW, more, name};
use super::outlook::Outlook;
use super::shown::Shown;
use super::stranger::{alike_chip, stranger};

use crate::analysis::words::look::{marked, shortened};
use crate::exchange::Preview;
use crate::exchange::preview::{FilePreview, Signature, Signer, Stake, Verdict};
use crate::model::template::Label;
use crate::state::Session;
use crate::ui::screen::base::arrival::Answers;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::mail::attribution::Said;
use crate::ui::texts;
use leptos::prelude::*;

/// Characters of a file's name: it wraps.
const FILE_CHARS: usize = 160;

/// The files, those of one sender together, the newest first.
#[component]
pub(super) fn Files(shown: Shown) -> impl IntoView {
    let Shown {
        ui,
        preview,
        session,
        answers,
        outlook,
    } = shown;
    let window = RwSignal::new(WINDOW);
    let order = StoredValue::new(preview.with_value(|preview| in_order(preview)));
    let head = [
        texts::mail::WHO,
        texts::mail::FILE,
        texts::mail::NEW_COUNT,
        texts::mail::VERDICT,
    ];
    let is_choice = session.is_some() && order.with_value(|order| order.len() > 1);
    let lines = move || {
        preview.with_value(|preview| {
            let said = answers.said(ui, session, preview);
            let order = order.get_value();
            let line = |(place, at): (usize, &usize)| {
                let file = FileLine {
                    preview,
                    session,
                    answers,
                    at: *at,
                    above: &order[..place],
                    is_choice,
                    told: outlook.with(|outlook| FileMarks::of(outlook, *at)),
                };
                file_line(ui, &file, &said).into_any()
            };
            let window = order.iter().enumerate().take(window.get());
            window.map(line).collect::<Vec<_>>()
        })
    };
    let count = order.with_value(Vec::len);
    view! {
        <table class="list-table files" aria-label=ui.t(texts::mail::FILE)>
            <thead>
                <tr>
                    {is_choice.then(|| view! {
                        <th scope="col"><span class="hidden">{ui.t(texts::mail::TAKE_THIS)}</span></th>
                    })}
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{live(lines)}</tbody>
        </table>
        {live(move || more(ui, window, count))}
    }
}

/// A file with what its line needs to know.
struct FileLine<'a> {
    preview: &'a Preview,
    session: Option<Session>,
    answers: Answers,
    at: usize,
    /// The files on the lines above.
    above: &'a [usize],
    is_choice: bool,
    told: FileMarks,
}

/// What a file does that deserves a word in its line.
struct FileMarks {
    replaces: usize,
    as_you: usize,
    for_others: usize,
}

impl FileMarks {
    fn of(outlook: &Outlook, file: usize) -> Self {
        let count = |is_so: &dyn Fn(&Stake) -> bool| {
            let all = outlook.stakes.iter();
            let mine = all.filter(|stake| stake.files.contains(&file));
            mine.filter(|stake| is_so(stake)).count()
        };
        Self {
            replaces: count(&|stake| stake.replaces),
            as_you: count(&|stake| stake.signature == Signature::You),
            for_others: count(&|stake| {
                stake.is_in_anothers_name() && stake.signature != Signature::You
            }),
        }
    }

    fn chips(&self, ui: Ui) -> Vec<AnyView> {
        let chips = [
            (self.replaces, texts::mail::REPLACES_FEW),
            (self.as_you, texts::mail::AS_YOU_FEW),
            (self.for_others, texts::mail::FOR_OTHERS_FEW),
        ];
        let told = chips.into_iter().filter(|(count, _)| *count > 0);
        let chip = |(count, label): (usize, Label)| {
            let text = ui.fill(label, &[("n", &count.to_string())]);
            view! { " " <span class="chip" data-tone="warn">{text}</span> }.into_any()
        };
        told.map(chip).collect()
    }
}

/// The files by sender, as they were given; of one sender the newest first.
fn in_order(preview: &Preview) -> Vec<usize> {
    let sender = |at: &usize| preview.files[*at].envelope.by.clone();
    let mut order: Vec<usize> = (0..preview.files.len()).collect();
    let first = |at: &usize| (0..preview.files.len()).find(|other| sender(other) == sender(at));
    let newest = |at: &usize| std::cmp::Reverse(preview.files[*at].envelope.at);
    order.sort_by_key(|at| (first(at), newest(at)));
    order
}

fn file_line(ui: Ui, line: &FileLine<'_>, said: &Said) -> impl IntoView + use<> {
    let file = &line.preview.files[line.at];
    let whose = sender_of(file);
    let who = match &whose {
        // A file that says to be one's own is still somebody's claim.
        Some(Signer::Author(by)) if said.is_me(by) => ui.text(texts::mail::FROM_YOU).to_owned(),
        Some(who) => who_text(said, who),
        None => String::new(),
    };
    let when = file
        .envelope
        .at
        .map(|at| said.moment(at))
        .unwrap_or_default();
    let things = match line.session {
        Some(session) => session.read(|log| line.preview.doings_of_file(Some(log), line.at)),
        None => line.preview.doings_of_file(None, line.at),
    };
    let count = ui.fill(texts::mail::N_PLACES, &[("n", &things.to_string())]);
    let verdict = verdict_text(ui, line, said);
    let mark = if file.new > 0 { "" } else { "＝ " };
    let differs = (!file.opened.is_empty()).then(|| {
        let text = ui.fill(
            texts::frame::SEVERAL_DIFFER,
            &[("n", &file.opened.len().to_string())],
        );
        view! { " " <span class="chip" data-tone="warn">"≠ " {text}</span> }
    });
    let tick = line
        .is_choice
        .then(|| tick(ui, line.answers, line.at, &who));
    let by = file.envelope.by.as_deref();
    let told = (line.preview, line.answers);
    let stranger = stranger(ui, line.session, told, by, said);
    let alike = by.and_then(|by| alike_chip(ui, line.session, line.preview, by));
    view! {
        <tr>
            {tick.map(|tick| view! { <td class="pick">{tick}</td> })}
            <td>
                {name(&who)}
                {(stranger.is_some() || is_off_list(said, by)).then(|| view! {
                    " " <span class="chip" data-tone="warn">{ui.text(texts::mail::NOT_LISTED)}</span>
                })}
                {alike}
            </td>
            <td class="file">
                <span class="when">{when}</span>
                <span class="hint file-name" title=shortened(&file.name, VALUE)>
                    <bdi>{shortened(&marked(file.name.clone()), FILE_CHARS)}</bdi>
                </span>
            </td>
            <td data-type="number">{count}</td>
            <td>{mark}{verdict} {line.told.chips(ui)} {differs} {stranger}</td>
        </tr>
    }
}

/// Whether a file is signed with a name that is nobody's on the list.
fn is_off_list(said: &Said, by: Option<&str>) -> bool {
    by.is_some_and(|by| {
        !crate::templates::member::is_record(by) && said.people.author(by).is_none()
    })
}

fn tick(ui: Ui, answers: Answers, at: usize, who: &str) -> impl IntoView + use<> {
    let is_taken = answers.left.with(|left| !left.contains(&at));
    let label = format!(
        "{}{}{who}",
        ui.text(texts::mail::TAKE_THIS),
        ui.text(texts::forms::COLON)
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
        crate::ui::screen::base::dom::focus_soon(format!(
            "[data-testid=take-file][data-file=\"{at}\"]"
        ));
    };
    view! {
        <input type="checkbox" data-testid="take-file" data-file=at.to_string() aria-label=label prop:checked=is_taken
            on:change=change/>
    }
}

/// Who sent it, as it says, or who wrote what it brings.
fn sender_of(file: &FilePreview) -> Option<Signer> {
    let by = file.envelope.by.clone().map(Signer::Author);
    by.or_else(|| file.authors.first().map(|(who, _)| who.clone()))
}

fn verdict_text(ui: Ui, line: &FileLine<'_>, said: &Said) -> String {
    let file = &line.preview.files[line.at];
    match &file.verdict {
        Verdict::New => match base_of(ui, line, said) {
            Some(base) => {
                let label = match is_harmless(line, file) {
                    true => texts::mail::VERDICT_ON_BASE_FINE,
                    false => texts::mail::VERDICT_ON_BASE,
                };
                ui.fill(label, &[("base", &base)])
            }
            None => ui.text(texts::mail::VERDICT_NEW).to_owned(),
        },
        Verdict::ContainedIn(others) => {
            let is_above = matches!(others.as_slice(), [only] if line.above.contains(only));
            let label = if is_above {
                texts::mail::VERDICT_IN_ABOVE
            } else {
                texts::mail::VERDICT_IN_OTHERS
            };
            ui.text(label).to_owned()
        }
        Verdict::Contained => {
            let is_gone = line
                .session
                .is_some_and(|session| super::gone::is_any(line.preview, session));
            let label = if is_gone {
                texts::mail::VERDICT_GONE
            } else {
                texts::mail::VERDICT_CONTAINED
            };
            ui.text(label).to_owned()
        }
        Verdict::Earlier => {
            let date = file
                .envelope
                .at
                .map(|at| said.moment(at))
                .unwrap_or_default();
            ui.fill(texts::mail::VERDICT_EARLIER, &[("date", &date)])
        }
    }
}

/// On which copy a file was made, where more stands here by now: the one that was sent from here, or what stood then.
fn base_of(ui: Ui, line: &FileLine<'_>, said: &Said) -> Option<String> {
    let file = &line.preview.files[line.at];
    let session = line.session.filter(|_| file.lacks > 0)?;
    let (label, ms) = match session.sent_before(&file.heads) {
        Some(sent) => (texts::mail::BASE_SENT, sent.at_ms),
        None => (texts::mail::BASE_OTHER, file.made_from?),
    };
    Some(ui.fill(label, &[("when", &said.time_at(ms))]))
}

/// In nobody's way.
fn is_harmless(line: &FileLine<'_>, file: &FilePreview) -> bool {
    let harms = line.told.replaces + line.told.as_you;
    file.opened.is_empty() && harms == 0
}
