using Diversion.Casework.Agreements;
using Diversion.Casework.Csv;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Reading;
using NodaTime;

namespace Diversion.Casework.Reoffences;

/// <summary>
/// The rows of one person. First every reoffence, then the searches: otherwise a crash in between would leave a search
/// that says "none" of an offence that the file has. For the same reason no search is recorded if a row was rejected.
/// </summary>
internal sealed class PersonImport(CaseworkService casework, Actor by, Instant now, bool dryRun, Tally tally, Action? rowDone)
{
    private readonly Dictionary<string, AgreementState> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReoffenceRow> sources = new(StringComparer.Ordinal);

    public async ValueTask Take(IReadOnlyList<AgreementState> agreements, IReadOnlyList<ReoffenceRow> rows, CancellationToken cancellation)
    {
        foreach (var state in agreements.Where(state => state.FollowUpStart is not null))
        {
            states[state.Id.Value] = state;
        }

        int? rejected = null;
        var moved = new Dictionary<int, bool>();
        foreach (var row in rows)
        {
            if (FaultsOf(row) is { } faulty)
            {
                tally.Reject(row, faulty.Because, faulty.Faults);
                rejected ??= row.Line;
            }
            else if (row.Reoffence is { } reoffence)
            {
                var (changed, refused) = await Record(row, reoffence, cancellation);
                if (refused is not null)
                {
                    tally.Reject(row, refused.Value.Because, [refused.Value.Fault]);
                    rejected ??= row.Line;
                }
                else
                {
                    moved[row.Line] = changed;
                }
            }
            else
            {
                moved[row.Line] = false;
            }
        }

        foreach (var row in rows.Where(row => moved.ContainsKey(row.Line)))
        {
            await Search(row, moved[row.Line], rejected, cancellation);
        }

        foreach (var _ in rows)
        {
            rowDone?.Invoke();
        }
    }

    private (RejectedBecause Because, IReadOnlyList<RowFault> Faults)? FaultsOf(ReoffenceRow row)
    {
        if (row.Faults.Count > 0)
        {
            return (RejectedBecause.Faulty, row.Faults);
        }

        if (states.Count == 0)
        {
            return (RejectedBecause.NotFollowedUp, [new RowFault(row.Line, null, "the person was neither allocated in a trial nor signed, so there is nothing to follow up; leave the row out")]);
        }

        if (row.Reoffence is { } reoffence)
        {
            var key = ReferenceText.Key(reoffence.Source);
            if (sources.TryGetValue(key, out var first) && first.Reoffence != reoffence)
            {
                return (RejectedBecause.Faulty, [new RowFault(row.Line, ReoffenceColumns.Source, $"line {first.Line} says something else of the same source; keep one, or give each offence a source of its own")]);
            }

            sources.TryAdd(key, row);
        }

        return null;
    }

    /// <summary>On each agreement that it comes after the start of.</summary>
    private async ValueTask<(bool Changed, (RejectedBecause Because, RowFault Fault)? Refused)> Record(
        ReoffenceRow row, FollowUpCommand.RecordReoffence reoffence, CancellationToken cancellation)
    {
        var (isNew, isCorrected, taken) = (false, false, false);
        Refusal? refused = null;
        foreach (var id in states.Keys.ToList())
        {
            var before = states[id];
            var refusal = await Execute(id, reoffence, cancellation);
            if (refusal is null)
            {
                taken = true;
                isNew |= states[id].FollowUp.LastReoffence > before.FollowUp.LastReoffence;
                isCorrected |= states[id].Version > before.Version;
            }
            else if (refused is null || refused.Code == RefusalCode.ReoffenceBeforeStart)
            {
                refused = refusal;
            }
        }

        if (!taken || refused is { Code: not RefusalCode.ReoffenceBeforeStart })
        {
            return (false, (
                refused!.Code == RefusalCode.ReoffenceBeforeStart ? RejectedBecause.NotFollowedUp : RejectedBecause.Faulty,
                new RowFault(row.Line, ColumnOf(refused), refused.Message)));
        }

        if (isNew)
        {
            tally.Recorded();
        }
        else if (isCorrected)
        {
            tally.Corrected();
        }

        return (isNew || isCorrected, null);
    }

    /// <param name="moved">The row has recorded something already.</param>
    /// <param name="rejected">The line of a row of the person that was rejected; null when none was.</param>
    private async ValueTask Search(ReoffenceRow row, bool moved, int? rejected, CancellationToken cancellation)
    {
        if (row.SearchedUntil is not { } until)
        {
            Otherwise(moved);
            return;
        }

        if (rejected is { } line)
        {
            tally.Reject(row, RejectedBecause.Faulty, [new RowFault(row.Line, ReoffenceColumns.SearchedUntil, $"not recorded, because line {line} of the same person was rejected and an offence would be missing; correct that line and import both again")]);
            return;
        }

        var (searched, taken) = (false, false);
        Refusal? refused = null;
        foreach (var id in states.Keys.ToList())
        {
            // What was searched further is not taken back by an older file.
            if (states[id].FollowUp.SearchedUntil >= until)
            {
                taken = true;
                continue;
            }

            var version = states[id].Version;
            if (await Execute(id, new FollowUpCommand.RecordSearch(until), cancellation) is { } refusal)
            {
                refused = refusal;
                continue;
            }

            taken = true;
            searched |= states[id].Version > version;
        }

        if (!taken && refused is not null)
        {
            tally.Reject(row, RejectedBecause.NotFollowedUp, [new RowFault(row.Line, ReoffenceColumns.SearchedUntil, refused.Message)]);
        }
        else if (searched)
        {
            tally.Searched();
        }
        else
        {
            Otherwise(moved);
        }
    }

    private void Otherwise(bool moved)
    {
        if (!moved)
        {
            tally.Present();
        }
    }

    private async ValueTask<Refusal?> Execute(string id, FollowUpCommand command, CancellationToken cancellation)
    {
        var whole = command with { By = by, At = now, Reason = ReoffenceImport.Reason };
        if (dryRun)
        {
            var decision = Agreement.Decide(states[id], whole, casework.Rulebook.RulesInForceFor(states[id], whole));
            states[id] = decision.State;
            return decision.Refusal;
        }

        switch (await casework.Execute(new AgreementId(id), whole, null, cancellation))
        {
            case Outcome.Accepted done:
                states[id] = done.State;
                return null;
            case Outcome.Unchanged same:
                states[id] = same.State;
                return null;
            case Outcome.Refused { Refusal: var refusal }:
                return refusal;
            case var other:
                throw new InvalidOperationException($"No answer for {other.GetType().Name}.");
        }
    }

    private static string? ColumnOf(Refusal refusal) => refusal is Refusal.Invalid { Field: { } field } ? field switch
    {
        "offenceOn" => ReoffenceColumns.OffenceDate,
        "outcomeOn" => ReoffenceColumns.OutcomeDate,
        "outcome" => ReoffenceColumns.Outcome,
        "source" => ReoffenceColumns.Source,
        "classification" => ReoffenceColumns.Classification,
        "group" => ReoffenceColumns.OffenceGroup,
        _ => null,
    } : null;
}
