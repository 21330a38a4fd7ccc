using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Actions;

/// <summary>What followed from a command, in words for the person who gave it: from the events that were actually written.</summary>
public sealed class WhatFollowed(ITableStore store)
{
    public async ValueTask<IReadOnlyList<string>> Of(AgreementCommand command, Outcome.Accepted done, CancellationToken cancellation = default)
    {
        var page = await store.Query(
            new TableQuery(Tables.Agreements, done.State.Id.Value, StreamRows.EventKey(done.FirstEvent), StreamRows.EventKey(done.LastEvent + 1), 1000),
            cancellation);
        return ConsequenceWords.Of(
            command, [.. page.Rows.Select(AgreementEvents.Catalogue.Read)], done.State, AccessPolicy.Of(command.By, done.State), done: true);
    }
}
