using Diversion.Casework.Access;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Actions;

/// <summary>What followed from a command, for the caller: from the events that were actually written.</summary>
public sealed class WhatFollowed(Records records)
{
    /// <summary>In words, for the person who gave it.</summary>
    public async ValueTask<IReadOnlyList<string>> Of(AgreementCommand command, Outcome.Accepted done, CancellationToken cancellation = default) =>
        ConsequenceWords.Of(command, await Events(done, cancellation), done.State, AccessPolicy.Of(command.By, done.State), done: true);

    /// <summary>By name: to those who see the timeline; a partner is told only about conditions.</summary>
    public async ValueTask<IReadOnlyList<EventName>> NamesOf(Outcome.Accepted done, Actor actor, CancellationToken cancellation = default)
    {
        var visible = AccessPolicy.Of(actor, done.State);
        var names = (await Events(done, cancellation)).Select((happened, place) => (Event: happened, Number: done.FirstEvent + place))
            .Where(one => one.Event is not VictimEvent victim || visible.SeesVictim(victim.Number))
            .Select(one => new EventName(one.Number, AgreementEvents.Catalogue.Of(one.Event).Name));
        return
        [
            .. visible.Timeline
                ? names
                : names.Where(happened => !happened.Name.StartsWith("breach.", StringComparison.Ordinal)
                    && !happened.Name.StartsWith("agreement.", StringComparison.Ordinal)),
        ];
    }

    private async ValueTask<IReadOnlyList<AgreementEvent>> Events(Outcome.Accepted done, CancellationToken cancellation) => done.Events is { } added
        ? [.. added.Cast<AgreementEvent>()]
        : [.. (await records.Events(done.State.Id, done.FirstEvent, done.LastEvent, cancellation)).Select(recorded => recorded.Event)];
}
