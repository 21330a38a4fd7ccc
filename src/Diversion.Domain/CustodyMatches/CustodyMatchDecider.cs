using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Referral;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.CustodyMatches;

/// <summary>Nothing follows from a possible match until a person has decided whether it is one.</summary>
public static class CustodyMatchDecider
{
    /// <param name="match">Null before the notice came.</param>
    /// <param name="deadlines">Of the scheme in force.</param>
    public static Decision<CustodyMatch, CustodyMatchEvent> Decide(CustodyMatch? match, CustodyMatchCommand command, Deadlines deadlines)
    {
        if (Admission.Of(command, CustodyMatchCommands.Of(command)) is { } refused)
        {
            return Refused(match, refused);
        }

        return command switch
        {
            CustodyMatchCommand.ReceiveNotice c => Receive(match, c, deadlines),
            _ when match is null => Refused(match, new Refusal.Unknown(RefusalCode.NoticeUnknown, "There is no such notice. Open your inbox again.")),
            CustodyMatchCommand.EraseNotice c => match.Erased ? new([], null, match) : Raised(match, new CustodyMatchEvent.NoticeErased(c.Digest, command.At)),
            CustodyMatchCommand.TimePassed { PassedOn: { } answer } when match.IsToPassOn && answer.Version == match.Version =>
                Raised(match, new CustodyMatchEvent.NoticePassedOn(match.Agreement!.Value, answer.Refusal)),
            CustodyMatchCommand.TimePassed => Remind(match, command.At),
            CustodyMatchCommand.ConfirmMatch c => Confirm(match, c),
            CustodyMatchCommand.RefuseMatch c => Refuse(match, c),
            CustodyMatchCommand.RecordByHand c => RecordByHand(match, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<CustodyMatch, CustodyMatchEvent> Receive(CustodyMatch? match, CustodyMatchCommand.ReceiveNotice command, Deadlines deadlines)
    {
        var notice = command.Notice;
        var texts = new TextInspection();
        texts.Id("id", notice.NoticeId);
        texts.Line("kind", notice.Says);
        texts.Line("pncId", notice.PncId);
        texts.Line("custodyReference", notice.CustodyReference);
        texts.Line("name", notice.Name);
        texts.Prose("bail.conditions", notice.Bail?.Conditions);
        if (texts.Fault is { } fault)
        {
            return Refused(match, fault);
        }

        if (CustodyNoticeDecider.Fault(notice.Notice, notice.OccurredOn, notice.OffenceOn, notice.Bail, WorkingCalendar.DateOf(command.At), notice.BornOn) is { } unfit)
        {
            return Refused(match, unfit);
        }

        var candidates = WithConfirmed(match, command.Candidates);
        if (match?.Knows(notice, candidates) == true || (candidates.IsEmpty && match is null or { NotOurs: true }))
        {
            return new([], null, match!);
        }

        return candidates.IsEmpty
            ? Raised(match, new CustodyMatchEvent.FoundNotOurs(command.At))
            : Raised(match, new CustodyMatchEvent.NoticeReceived(notice, candidates, command.At)
            {
                From = command.By.AsStaff(),

                // A correction gives no more time.
                Decide = match is { Waits: true, Decide: { } set } ? set : deadlines.InWorkingDays(RuleIds.CustodyMatch, CustodyMatch.DecideWorkingDays, command.At),
            });
    }

    /// <summary>Once, however many steps of the ladder have passed: it is the leads' own, and goes to nobody else.</summary>
    private static Decision<CustodyMatch, CustodyMatchEvent> Remind(CustodyMatch match, Instant now)
    {
        if (!match.Waits || match.Decide is not { } decide || decide.Ladder.Count(at => at <= now) is var passed && passed <= match.Step)
        {
            return new([], null, match);
        }

        return Raised(match, new CustodyMatchEvent.LeadsReminded(passed, decide.Due));
    }

    /// <summary>A lead who is asked again must be able to say that it was right.</summary>
    private static ImmutableArray<MatchCandidate> WithConfirmed(CustodyMatch? match, ImmutableArray<MatchCandidate> found) =>
        match?.Confirmed is { } confirmed && found.All(candidate => candidate.Agreement != confirmed)
            ? found.Add(match.Candidates.FirstOrDefault(candidate => candidate.Agreement == confirmed) ?? new MatchCandidate(confirmed, SameBy.NameAndBirthDate))
            : found;

    private static Decision<CustodyMatch, CustodyMatchEvent> Confirm(CustodyMatch match, CustodyMatchCommand.ConfirmMatch command)
    {
        if (match.Agreement == command.Agreement)
        {
            return new([], null, match);
        }

        if (Decided(match) is { } decided)
        {
            return Refused(match, decided);
        }

        return match.Candidates.All(candidate => candidate.Agreement != command.Agreement)
            ? Refused(match, new Refusal.RuleForbids(
                RefusalCode.NoticeUnknown, "This case was not found for the notice. Choose one of the cases shown, or say that it is about nobody of ours."))
            : Raised(match, new CustodyMatchEvent.MatchConfirmed(command.Agreement, command.By.AsStaff(), command.At));
    }

    private static Decision<CustodyMatch, CustodyMatchEvent> Refuse(CustodyMatch match, CustodyMatchCommand.RefuseMatch command)
    {
        if (match is { Waits: false, Agreement: null })
        {
            return new([], null, match);
        }

        if (Decided(match) is { } decided)
        {
            return Refused(match, decided);
        }

        var texts = new TextInspection();
        texts.Prose("reason", command.Reason, required: true);
        return texts.Fault is { } fault
            ? Refused(match, fault)
            : Raised(match, new CustodyMatchEvent.MatchRefused(command.By.AsStaff(), command.At));
    }

    private static Decision<CustodyMatch, CustodyMatchEvent> RecordByHand(CustodyMatch match, CustodyMatchCommand.RecordByHand command)
    {
        if (!match.IsUnrecorded)
        {
            return Refused(match, new Refusal.WrongState(RefusalCode.MatchDecided, "Nothing of this notice waits to be recorded by hand. Open your inbox again."));
        }

        var texts = new TextInspection();
        texts.Prose("reason", command.Reason, required: true);
        return texts.Fault is { } fault
            ? Refused(match, fault)
            : Raised(match, new CustodyMatchEvent.RecordedByHand(command.By.AsStaff(), command.At));
    }

    private static Refusal.WrongState? Decided(CustodyMatch match) => match.DecidedBy is { } by
        ? new Refusal.WrongState(RefusalCode.MatchDecided, $"{by.Name} has decided this already. If that was wrong, record on the right case what happened.")
        : null;

    private static Decision<CustodyMatch, CustodyMatchEvent> Raised(CustodyMatch? match, CustodyMatchEvent happened) =>
        new([happened], null, CustodyMatch.Evolve(match, happened));

    private static Decision<CustodyMatch, CustodyMatchEvent> Refused(CustodyMatch? match, Refusal refusal) => new([], refusal, match!);
}

/// <summary>What the agreement answered to a notice that was passed on.</summary>
/// <param name="Version">Of the match: a notice that was corrected meanwhile is passed on again.</param>
/// <param name="Refusal">Code; null when it took the notice, now or before.</param>
public sealed record PassedOn(int Version, string? Refusal = null);
