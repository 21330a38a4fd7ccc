using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Scrutiny;
using Diversion.Evaluation.Estimates;
using Diversion.Evaluation.Panel;
using Diversion.Evaluation.Trial;

namespace Diversion.Casework.Scrutiny;

/// <summary>
/// Sittings for leads and for the members of each. A member sees the sheets of the sample, and of what the others say nothing
/// before the panel's verdict: each judges alone.
/// </summary>
public sealed class ScrutinyQuery(ScrutinyService sittings, CaseworkService casework, ITableStore store)
{
    /// <summary>Newest first; a member's own.</summary>
    public async ValueTask<Reply<IReadOnlyList<SittingRow>>> All(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeSittings(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var rows = (await store.Query(new TableQuery(Tables.Search, Partitions.Sittings, Limit: TableLimits.MostPageRows), cancellation)).Rows.Select(RowOf<SittingRow>.Read).Reverse();
        var seen = new List<SittingRow>();
        foreach (var row in rows)
        {
            if (AccessPolicy.MayRunPanel(by) || (await sittings.Find(SittingId.Of(row.Quarter), cancellation))?.IsMember(by.Id) == true)
            {
                seen.Add(row);
            }
        }

        return seen;
    }

    public async ValueTask<Reply<SittingView>> Of(string quarter, Actor by, CancellationToken cancellation = default) =>
        await Find(quarter, by, cancellation) switch
        {
            (null, { } refusal) => refusal,
            ({ } state, _) => await Show(state, by, [.. state.Cases.Select(one => one.Number)], cancellation),
            _ => SittingDecider.Unknown,
        };

    /// <summary>One case of the sample.</summary>
    public async ValueTask<Reply<SittingSheet>> Sheet(string quarter, int number, Actor by, CancellationToken cancellation = default)
    {
        var (state, refusal) = await Find(quarter, by, cancellation);
        if (state is null)
        {
            return refusal!;
        }

        return state.Case(number) is null ? SittingDecider.Unknown : (await Sheets(state, by, [number], cancellation))[0];
    }

    /// <summary>All of them, for paper.</summary>
    public async ValueTask<Reply<IReadOnlyList<SittingSheet>>> Sheets(string quarter, Actor by, CancellationToken cancellation = default)
    {
        var (state, refusal) = await Find(quarter, by, cancellation);
        return state is null ? refusal! : await Sheets(state, by, [.. state.Cases.Select(one => one.Number)], cancellation);
    }

    /// <summary>What panels said about the officer's own cases, newest first.</summary>
    public async ValueTask<Reply<IReadOnlyList<FeedbackView>>> Feedback(Actor by, CancellationToken cancellation = default) => AccessPolicy.GetsPanelFeedback(by)
        ? new Reply<IReadOnlyList<FeedbackView>>.Given(
            [
                .. (await store.Query(new TableQuery(Tables.Search, Partitions.FeedbackFor(by.Id), Limit: TableLimits.MostPageRows), cancellation)).Rows.Select(RowOf<FeedbackRow>.Read)
                    .Select(row => new FeedbackView(row.Quarter, row.Case, row.Agreement, row.Verdict, row.Feedback, row.At, row.ReadAt)),
            ])
        : CaseworkRefusal.NotForRole();

    /// <summary>How often the panel of the quarter gave each verdict; null when there was no sitting, or it goes on.</summary>
    public async ValueTask<IReadOnlyDictionary<PanelVerdict, int>?> Counts(SittingId sitting, CancellationToken cancellation = default) =>
        await sittings.Find(sitting, cancellation) is { Status: SittingStatus.Closed } state
            ? Enum.GetValues<PanelVerdict>().ToDictionary(verdict => verdict, verdict => state.Verdicts.Count(one => one.Verdict == verdict))
            : null;

    private async ValueTask<(SittingState? State, Refusal? Refusal)> Find(string quarter, Actor by, CancellationToken cancellation)
    {
        if (!AccessPolicy.MaySeeSittings(by))
        {
            return (null, CaseworkRefusal.NotForRole());
        }

        if (SittingId.Read(quarter) is not { } id || await sittings.Find(id, cancellation) is not { } state)
        {
            return (null, SittingDecider.Unknown);
        }

        // Whether there is a sitting of others is nothing that a member has to know.
        return AccessPolicy.MayRunPanel(by) || state.IsMember(by.Id) ? (state, null) : (null, SittingDecider.Unknown);
    }

    private async ValueTask<List<SittingSheet>> Sheets(SittingState state, Actor by, int[] numbers, CancellationToken cancellation)
    {
        var sitting = await Show(state, by, numbers, cancellation);
        var sheets = new List<SittingSheet>();
        foreach (var one in sitting.Cases.Where(one => numbers.Contains(one.Number)))
        {
            sheets.Add(new SittingSheet(sitting, one, one.Conflict ? null : await Sheet(state.Case(one.Number)!.Agreement, cancellation)));
        }

        return sheets;
    }

    /// <param name="asked">For whether the reader worked on a case its whole record is read: only for those that are shown.</param>
    private async ValueTask<SittingView> Show(SittingState state, Actor by, int[] asked, CancellationToken cancellation)
    {
        var leads = AccessPolicy.MayRunPanel(by);
        var cases = new List<SittingCaseView>();
        foreach (var one in state.Cases)
        {
            MemberVerdict[] given = [.. state.Given.Where(verdict => verdict.Case == one.Number)];
            var panel = state.VerdictOn(one.Number);
            cases.Add(new SittingCaseView(
                one.Number,
                one.Group,
                state.Of(by.Id, one.Number),
                given.Length,
                leads || panel is not null ? given : [],
                leads ? panel : panel is null ? null : panel with { Officer = null },
                !leads && asked.Contains(one.Number) && await sittings.TookPart(one.Agreement, by, cancellation)));
        }

        var (kappa, from) = Agreement(state);
        return new(
            state.Quarter,
            state.About.InWords,
            state.Status,
            state.Size,
            [.. state.Members.Select(member => member.Name)],
            state.Seal,
            state.Seed,
            state.Groups,
            cases,
            leads || state.Status == SittingStatus.Closed ? kappa : null,
            from,
            state.Seed is null ? null : await Recompute(state, cancellation));
    }

    /// <summary>Only cases on which every member gave a verdict count: the measure needs the same number on each.</summary>
    internal static (FleissKappa? Kappa, int Cases) Agreement(SittingState state)
    {
        int[][] rows =
        [
            .. state.Cases.Select(one => state.Given.Where(given => given.Case == one.Number).ToArray())
                .Where(given => given.Length == state.Members.Length)
                .Select(given => Enum.GetValues<PanelVerdict>().Select(verdict => given.Count(one => one.Verdict == verdict)).ToArray()),
        ];
        return rows.Length == 0 ? (null, 0) : (FleissKappa.Of(rows), rows.Length);
    }

    private async ValueTask<IReadOnlyList<SheetPart>?> Sheet(AgreementId agreement, CancellationToken cancellation)
    {
        if (await casework.Find(agreement, cancellation) is not { } state)
        {
            return null;
        }

        var events = new List<RecordedEvent>();
        await foreach (var recorded in casework.Events(agreement, cancellation))
        {
            events.Add(recorded);
        }

        return CaseSheet.Of(state, events, casework.Rulebook.SchemeOf(state));
    }

    /// <returns>Empty when the opened seed gives the sample that was drawn.</returns>
    private async ValueTask<string> Recompute(SittingState state, CancellationToken cancellation)
    {
        var seed = AllocationSeed.Read(state.Seed);
        if (seed?.Seal != state.Seal)
        {
            return "The opened seed is not the one whose seal was published.";
        }

        await foreach (var recorded in sittings.Events(SittingId.Of(state.Quarter), cancellation))
        {
            if (recorded.Event is SittingEvent.SampleDrawn drawn)
            {
                var again = PanelSample.Draw([.. drawn.Among.SelectMany(group => group.Cases.Select(one => (one.Value, group.Group)))], state.Size, seed, state.Quarter);
                return again.SequenceEqual(drawn.Cases.Select(one => one.Agreement.Value), StringComparer.Ordinal) ? "" : "The opened seed gives another sample than was drawn.";
            }
        }

        return "No sample was drawn.";
    }
}
