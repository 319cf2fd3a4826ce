//! Files, switches and pages: what a copy accepts, leaves out, and opens again.

use super::{Person, World};
use crate::oracle::{Batch, FactId, Facts};
use crate::schema::Reading;
use hepai::model::{Change, Log};

impl World {
    /// Accepts a file: a batch of what is not in a batch that is on already, and a second one, off, of what is left
    /// out.
    pub(crate) fn accept(&mut self, who: usize, file: &Facts, leave: &Facts) -> String {
        let batch = format!("i{}", self.number());
        let force = self.force(who);
        let taken = file.without(leave);
        let mut on = Facts::default();
        self.people[who]
            .batches
            .values()
            .filter(|batch| batch.is_on())
            .for_each(|batch| on.add(&batch.facts));
        let taken = taken.without(&on);
        let left = leave.without(&force);
        if !left.is_empty() {
            let name = format!("{batch}x");
            let changes = self.delivered(&left);
            self.people[who].batches.insert(
                name.clone(),
                Batch {
                    facts: left,
                    switch: 1,
                },
            );
            if self.chance(50) {
                self.watch_touched(who, |log| log.switch(&name, 1));
                self.watch_touched(who, |log| log.add_all(&name, changes));
            } else {
                self.watch_touched(who, |log| log.add_all(&name, changes));
                self.watch_touched(who, |log| log.switch(&name, 1));
            }
        }
        let changes = self.delivered(&taken);
        self.people[who].batches.insert(
            batch.clone(),
            Batch {
                facts: taken,
                switch: 0,
            },
        );
        self.watch_touched(who, |log| log.add_all(&batch, changes));
        self.people[who].accepted.add(file);
        self.mind_strangers(who);
        batch
    }

    /// The lines of a file as they arrive: in any order, read anew.
    fn delivered(&mut self, facts: &Facts) -> Vec<Change> {
        let mut changes: Vec<Change> = self
            .oracle
            .changes(facts)
            .map(|change| Change::parse(change.line()).expect("a line of a file"))
            .collect();
        self.rng.shuffle(&mut changes);
        changes
    }

    /// A change under our replica that this page did not write: a new one is drawn.
    fn mind_strangers(&mut self, who: usize) {
        let stored = self.stored(who);
        let person = &self.people[who];
        let is_foreign = |id: FactId| {
            self.oracle.facts[id].change.id.replica == person.replica && !person.page.contains(id)
        };
        let has_stranger = stored.iter().any(is_foreign);
        assert_eq!(
            person.log.has_stranger(person.replica, person.seq),
            has_stranger,
            "somebody else writes under our replica"
        );
        if has_stranger {
            self.count("replicas drawn anew", 1);
            self.new_page(who);
        }
    }

    fn new_page(&mut self, who: usize) {
        let replica = self.draw_replica();
        let person = &mut self.people[who];
        (person.replica, person.seq, person.page) = (replica, 0, Facts::default());
    }

    pub(crate) fn switch(&mut self, who: usize, batch: &str) {
        let number = {
            let known = self.people[who]
                .batches
                .get_mut(batch)
                .expect("a batch of this copy");
            known.switch += 1;
            known.switch
        };
        self.watch_touched(who, |log| log.switch(batch, number));
    }

    /// The page is loaded anew: batches in any order, each from two homes that overlap, switches before or after.
    pub(crate) fn reload(&mut self, who: usize) {
        self.people[who].log = self.opened(who, self.people[who].reading);
        let person = &mut self.people[who];
        person.undo.clear();
        person.redo.clear();
        self.new_page(who);
    }

    pub(crate) fn opened(&mut self, who: usize, reading: Reading) -> Log {
        let seed = self.rng.u64(..);
        let mut log = Log::new(reading.schema(), seed);
        let mut batches: Vec<(String, Batch)> =
            self.people[who].batches.clone().into_iter().collect();
        self.rng.shuffle(&mut batches);
        let switches_first = self.chance(50);
        let tell_switches = |log: &mut Log| {
            batches
                .iter()
                .for_each(|(name, batch)| _ = log.switch(name, batch.switch))
        };
        if switches_first {
            tell_switches(&mut log);
        }
        for (name, batch) in &batches {
            let first_home: Facts = batch
                .facts
                .iter()
                .filter(|_| self.rng.u32(0..100) < 70)
                .collect();
            let second_home = batch.facts.without(&first_home).with(
                &batch
                    .facts
                    .iter()
                    .filter(|_| self.rng.u32(0..100) < 30)
                    .collect(),
            );
            for home in [first_home, second_home] {
                let changes = self.delivered(&home);
                log.load(name, changes);
            }
        }
        if !switches_first {
            tell_switches(&mut log);
        }
        log
    }

    /// A running machine is duplicated: the same replica, the same next number.
    pub(crate) fn clone_of(&mut self, who: usize) {
        let log = self.opened(who, self.people[who].reading);
        let person = &self.people[who];
        let twin = Person {
            name: format!("{}'", person.name),
            reading: person.reading,
            log,
            replica: person.replica,
            seq: person.seq,
            page: person.page.clone(),
            batches: person.batches.clone(),
            accepted: person.accepted.clone(),
            undo: Vec::new(),
            redo: Vec::new(),
        };
        self.people.push(twin);
        self.count("live clones", 1);
    }
}
