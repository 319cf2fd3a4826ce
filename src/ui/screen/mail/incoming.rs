//! Files that came: read, grouped by project, looked at. Nothing is written before a person accepts.

use super::welcome;
use crate::exchange::preview::FilePreview;
use crate::exchange::{FileContent, group, limits, peek, preview, read};
use crate::model::ProjectId;
use crate::model::template::Lang;
use crate::state::{Page, Received, Route, Session};
use crate::storage::read_file;
use crate::templates::SCHEMA;
use crate::ui::refusals::{refusal_text, too_large};
use crate::ui::screen::base::arrival::{Answers, Arrival, Incoming, Source};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::door;
use crate::ui::screen::base::life;
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::{File, FileList};

impl Incoming {
    /// Reads files and shows what they would bring; where no page of the screen shows it, goes to one that does.
    pub(in crate::ui) fn receive(self, ui: Ui, files: &FileList) {
        let files: Vec<Source> = (0..files.length())
            .filter_map(|at| files.get(at))
            .map(Source::File)
            .collect();
        self.look_at(ui, files);
    }

    /// Takes the files that were opened with the installed program, if any wait.
    pub(in crate::ui) fn receive_launched(self, ui: Ui) {
        let files = crate::ui::screen::base::dom::take_launched();
        if !files.is_empty() {
            self.look_at(ui, files.into_iter().map(Source::File).collect());
        }
    }

    /// Reads the text of a file that was pasted.
    pub(in crate::ui) fn receive_text(self, ui: Ui, text: String) {
        self.look_at(ui, vec![Source::Text(text)]);
    }

    /// Reads texts and shows what they would bring, as if they had been chosen as files of those names.
    pub(in crate::ui) fn receive_named(self, ui: Ui, files: Vec<(String, String)>) {
        let named = files.into_iter();
        self.look_at(
            ui,
            named
                .map(|(name, text)| Source::Named(name, text))
                .collect(),
        );
    }

    fn look_at(self, ui: Ui, files: Vec<Source>) {
        match ui.route.get_untracked() {
            Route::Project(project, page)
                if page != Page::Exchange && ui.open_session(project).is_some() =>
            {
                ui.go(project, Page::Exchange)
            }
            _ => {}
        }
        self.reading.set(true);
        ui.notices.clear();
        life::to_the_end((ui, files), |(ui, files)| async move {
            let arrivals = door::look(ui, files).await;
            ui.incoming.reading.set(false);
            ui.incoming.arrivals.set(arrivals);
            crate::ui::screen::base::dom::focus_soon("[data-testid=import-preview]".into());
        });
    }

    /// What somebody wrote here since the files were looked at makes the preview say too little: they are looked at
    /// again, and taken with the next press. Where all of it is here by now, there is nothing left to see.
    fn looks_again(self, ui: Ui, arrival: &Arrival) -> bool {
        let Some(session) = ui.open_session(arrival.project) else {
            return false;
        };
        if session.read(|log| arrival.preview.is_as_looked_at(log)) {
            return false;
        }
        let files = (*arrival.files).clone();
        let again = session.read(|log| preview(Some(log), &SCHEMA, seed(), files));
        if again.is_contained() {
            return false;
        }
        let (project, again) = (arrival.project, Rc::new(again));
        self.arrivals.update(|all| {
            for one in all.iter_mut().filter(|one| one.project == project) {
                one.preview = Rc::clone(&again);
            }
        });
        ui.notices
            .warn(ui.text(texts::mail::COMPARED_AGAIN).to_owned());
        crate::ui::screen::base::dom::focus_soon("[data-testid=import-preview]".into());
        true
    }

    /// Takes what came for a project.
    pub(in crate::ui) fn accept(self, ui: Ui, arrival: &Arrival) {
        let preview = &arrival.preview;
        if preview.begins_empty() || self.looks_again(ui, arrival) {
            return;
        }
        self.forget(arrival.project);
        let left = arrival.answers.left.get_untracked();
        let is_taken = |(at, _): &(usize, &FilePreview)| !left.contains(at);
        let files = || preview.files.iter().enumerate().filter(is_taken);
        let names: Vec<String> = files().map(|(_, file)| file.name.clone()).collect();
        let received = files().map(|(_, file)| received(file)).collect();
        if preview.is_contained() {
            // It brings nothing to take, but it says what its sender has.
            if let Some(session) = ui.open_session(arrival.project) {
                session.note_received(names, received);
            }
            return;
        }
        let session = ui.begin_arrival(arrival.project);
        let batches = session.read(|log| preview.batches(Some(log), &preview.leaving(&left)));
        if batches.take.is_empty() && batches.leave.is_empty() {
            // Another tab took it meanwhile.
            session.note_received(names, received);
            ui.notices
                .info(ui.text(texts::mail::NOTHING_NEW).to_owned());
            return;
        }
        let is_whole = preview.makes_whole(&left);
        let batch = session.take(batches.take, batches.leave, names, is_whole, received);
        let said = arrival.answers.said_of(&preview.senders(&left));
        session.settle_people_of(&batch, &said);
        let who = arrival.who.get_untracked();
        if preview.is_first && !who.is_empty() {
            session.set_author(Some(who));
        }
        if ui.store().note(arrival.project, "name").is_none() {
            ui.store()
                .set_note(arrival.project, "name", &preview.project.name);
        }
        ui.projects_changed.update(|n| *n += 1);
        if preview.is_first {
            ui.go(arrival.project, Page::Todo);
            welcome::welcome(ui, session, &preview.project.name);
        } else {
            crate::ui::screen::base::dom::focus_soon("main".into());
            say_taken(ui, session, &batch);
        }
    }
}

/// Says how much was taken and how many places differ, with the way back.
fn say_taken(ui: Ui, session: Session, batch: &str) {
    let differ = session.read(crate::analysis::inbox::differences::open_number);
    let notes = untrack(|| session.imports());
    let note = notes.iter().find(|note| note.batch == batch);
    let things = note.map_or(0, |note| note.things);
    let places = [("n", &*things.to_string()), ("m", &*differ.to_string())];
    let undo = Deed::Untake(session, batch.to_owned());
    let text = texts::fill(texts::mail::TAKEN, ui.lang.get_untracked(), &places);
    ui.notices
        .info_with(text, texts::frame::UNDO, "import-undo", undo);
}

/// What a file said of itself, to be kept beside the project.
fn received(file: &FilePreview) -> Received {
    let heads = file.heads.iter();
    Received {
        envelope: file.envelope.clone(),
        heads: heads
            .map(|(replica, top)| (replica.to_string(), *top))
            .collect(),
        ..Received::default()
    }
}

/// Takes an import back and says what stays because something builds on it.
pub(in crate::ui) fn undo_taking(ui: Ui, session: Session, batch: &str) {
    let kept = session.undo_import(batch);
    let (elsewhere, files) = untrack(|| session.held_elsewhere(batch));
    let lang = ui.lang.get_untracked();
    let text = if elsewhere > 0 {
        let files = files.join(texts::mail::SEMICOLON.text(lang));
        let places = [("n", &*elsewhere.to_string()), ("files", &*files)];
        texts::fill(texts::mail::TAKING_UNDONE_ELSEWHERE, lang, &places)
    } else if kept == 0 {
        texts::mail::TAKING_UNDONE.text(lang).to_owned()
    } else {
        texts::fill(
            texts::mail::TAKING_UNDONE_BUT,
            lang,
            &[("n", &kept.to_string())],
        )
    };
    // That it was taken is no longer so.
    ui.notices.withdraw("import-undo");
    ui.notices.info(text);
}

/// What the files would bring, by project.
pub(in crate::ui) async fn look(ui: Ui, files: Vec<Source>) -> Vec<Arrival> {
    let mut contents: Vec<(String, FileContent)> = Vec::new();
    for source in files {
        let (name, read) = match source {
            Source::File(file) => (file.name(), read_one(ui, &file).await),
            Source::Text(text) => {
                let name = ui.text(texts::mail::PASTED).to_owned();
                let read = read_bytes(ui, &name, text.as_bytes()).await;
                (name, read)
            }
            Source::Named(name, text) => {
                let read = read_bytes(ui, &name, text.as_bytes()).await;
                (name, read)
            }
        };
        match read {
            Ok(content) => contents.push((name, content)),
            Err(text) => ui.notices.error(text),
        }
    }
    let seed = seed();
    let look = |(project, files): (ProjectId, Vec<(String, FileContent)>)| {
        let kept = Rc::new(files.clone());
        let preview = match ui.open_session(project) {
            Some(session) => session.read(|log| preview(Some(log), &SCHEMA, seed, files)),
            None => preview(None, &SCHEMA, seed, files),
        };
        Arrival {
            project,
            files: kept,
            who: RwSignal::new(String::new()),
            answers: Answers::new(),
            preview: Rc::new(preview),
        }
    };
    group(contents).into_iter().map(look).collect()
}

/// What keys the hash by which known changes are recognised.
fn seed() -> u64 {
    let mut seed = [0; 8];
    port::random(&mut seed);
    u64::from_le_bytes(seed)
}

async fn read_one(ui: Ui, file: &File) -> Result<FileContent, String> {
    let bytes = bytes_of(file, limits::FILE_BYTES, ui.lang.get_untracked()).await?;
    read_bytes(ui, &file.name(), &bytes).await
}

/// The bytes of a file that somebody chose, or why they are not read.
pub(in crate::ui) async fn bytes_of(
    file: &File,
    most: usize,
    lang: Lang,
) -> Result<Vec<u8>, String> {
    let name = file.name();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a file size"
    )]
    let size = file.size() as usize;
    if size > most {
        return Err(too_large(&name, size, most, lang));
    }
    read_file(file).await.map_err(|what| {
        let places = [("name", &*name), ("what", &*what)];
        texts::fill(texts::mail::FILE_UNREADABLE, lang, &places)
    })
}

async fn read_bytes(ui: Ui, name: &str, bytes: &[u8]) -> Result<FileContent, String> {
    let lang = ui.lang.get_untracked();
    let session = match peek(bytes) {
        Some(info) => ui.projects.load(info.id).await,
        None => None,
    };
    match session {
        Some(session) => session.read(|log| read(bytes, Some(log))),
        None => read(bytes, None),
    }
    .map_err(|refusal| refusal_text(name, &refusal, lang))
}
