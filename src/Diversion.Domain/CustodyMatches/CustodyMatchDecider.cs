using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Streams;

namespace Diversion.Domain.CustodyMatches;

/// <summary>Nothing follows from a possible match until a person has decided whether it is one.</summary>
public static class CustodyMatchDecider
{
    /// <param name="match">Null before the notice came.</param>
    /// <param name="passedOn">For the clock: what the agreement answered to the notice; null when it was not asked.</param>
    public static Decision<CustodyMatch, CustodyMatchEvent> Decide(CustodyMatch? match, CustodyMatchCommand command, PassedOn? passedOn = null)
    {
        if (Admission.Of(command, CustodyMatchCommands.Of(command)) is { } refused)
        {
            return Refused(match, refused);
        }

        return command switch
        {
            CustodyMatchCommand.ReceiveNotice c => Receive(match, c),
            _ when match is null => Refused(match, new Refusal.Unknown(RefusalCode.NoticeUnknown, "There is no such notice. Open the list of feeds again.")),
            CustodyMatchCommand.TimePassed => passedOn is null || !match.IsToPassOn
                ? new([], null, match)
                : Raised(match, new CustodyMatchEvent.NoticePassedOn(match.Agreement!.Value, passedOn.Refusal)),
            CustodyMatchCommand.ConfirmMatch c => Confirm(match, c),
            CustodyMatchCommand.RefuseMatch c => Refuse(match, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Decision<CustodyMatch, CustodyMatchEvent> Receive(CustodyMatch? match, CustodyMatchCommand.ReceiveNotice command)
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

        if (BailReading.Check(notice.Bail, notice.OccurredOn) is { } unfit)
        {
            return Refused(match, unfit);
        }

        return match?.Notice == notice
            ? new([], null, match)
            : Raised(match, new CustodyMatchEvent.NoticeReceived(notice, command.Candidates, command.At));
    }

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

    private static Refusal.WrongState? Decided(CustodyMatch match) => match.DecidedBy is { } by
        ? new Refusal.WrongState(RefusalCode.MatchDecided, $"{by.Name} has decided this already. If that was wrong, record on the right case what happened.")
        : null;

    private static Decision<CustodyMatch, CustodyMatchEvent> Raised(CustodyMatch? match, CustodyMatchEvent happened) =>
        new([happened], null, CustodyMatch.Evolve(match, happened));

    private static Decision<CustodyMatch, CustodyMatchEvent> Refused(CustodyMatch? match, Refusal refusal) => new([], refusal, match!);
}

/// <summary>What the agreement answered to a notice that was passed on.</summary>
/// <param name="Refusal">Code; null when it took the notice, now or before.</param>
public sealed record PassedOn(string? Refusal = null);
