using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;

namespace Diversion.Domain.DataRights;

/// <summary>Takes requests of the person about their record, and has them answered within the limit.</summary>
internal static class DataRequestDecider
{
    private static readonly DataRequestResult[] OfAccess = [DataRequestResult.Given, DataRequestResult.Refused, DataRequestResult.NotPursued];

    private static readonly DataRequestResult[] OfCorrection =
        [DataRequestResult.Corrected, DataRequestResult.CorrectedInPart, DataRequestResult.NotCorrected, DataRequestResult.NotPursued];

    public static Refusal? Decide(DecisionContext context, DataRequestCommand command) => command switch
    {
        DataRequestCommand.RecordAccessRequest c => Record(context, DataRequestKind.Access, c.ReceivedOn, c.What),
        DataRequestCommand.RecordCorrectionRequest c => Record(context, DataRequestKind.Correction, c.ReceivedOn, c.What),
        DataRequestCommand.ExtendDataRequest c => Extend(context, c),
        DataRequestCommand.MarkPassage c => Mark(context, c),
        DataRequestCommand.AnswerAccessRequest c => Answer(context, DataRequestKind.Access, c.Number, new(c.Result, c.On, c.Said.Trim(), c.By.Name)),
        DataRequestCommand.AnswerCorrectionRequest c => Answer(context, DataRequestKind.Correction, c.Number, new(c.Result, c.On, c.Said.Trim(), c.By.Name)),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Record(DecisionContext context, DataRequestKind kind, LocalDate on, string? typed)
    {
        if (on > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(on)} is in the future. Record the request when it has come.") { Field = "receivedOn" };
        }

        if (on < WorkingCalendar.DateOf(context.State.Referral.ReferredAt))
        {
            return new Refusal.Invalid(
                RefusalCode.DateTooOld, $"{Words.Date(on)} is before {Words.Date(context.State.Referral.ReferredAt)}, when the case was referred. Check the date.") { Field = "receivedOn" };
        }

        var what = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        if (context.State.DataRequests.Any(known => known.Kind == kind && known.ReceivedOn == on && known.What == what))
        {
            return null;
        }

        var due = DataRequestTime.Due(on, DataRequestTime.Months, context.Calendar);
        if (context.CalendarCovers(due) is { } uncovered)
        {
            return uncovered;
        }

        context.Raise(new DataRequestEvent.DataRequestReceived(
            context.State.DataRequests.Length + 1, kind, on, what, context.AtCloseOf(RuleIds.DataRequestAnswer, due), context.Command.By.Name));
        return null;
    }

    private static Refusal? Extend(DecisionContext context, DataRequestCommand.ExtendDataRequest command)
    {
        if (Find(context.State, command.Number, null) is not { } known)
        {
            return Unknown(command.Number);
        }

        if (known.Answered is { } answered)
        {
            return Settled(known, answered);
        }

        if (known.Extended)
        {
            return null;
        }

        if (context.Now > known.Answer.Due)
        {
            return new Refusal.RuleForbids(
                RefusalCode.DataRequestLate, $"The person has to be told of more time by {Words.Date(known.Answer.Due)}, and that is over. Answer the request as soon as you can.");
        }

        var due = DataRequestTime.Due(known.ReceivedOn, DataRequestTime.MonthsExtended, context.Calendar);
        if (context.CalendarCovers(due) is { } uncovered)
        {
            return uncovered;
        }

        context.Raise(new DataRequestEvent.DataRequestExtended(known.Number, context.AtCloseOf(RuleIds.DataRequestAnswer, due)));
        return null;
    }

    private static Refusal? Mark(DecisionContext context, DataRequestCommand.MarkPassage command)
    {
        if (Find(context.State, command.Number, DataRequestKind.Access) is not { } known)
        {
            return Unknown(command.Number);
        }

        if (known.Answered is { } answered)
        {
            return Settled(known, answered);
        }

        if (command.Ground is { } ground && !Enum.IsDefined(ground))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say why it is left out (ground): anotherPerson, investigation, legalAdvice or seriousHarm.") { Field = "ground" };
        }

        var words = command.Words.Trim();
        if (words.Length is < 2 or > DataRequestCommand.MarkPassage.Longest)
        {
            return new Refusal.Invalid(
                RefusalCode.TextInvalid, $"Give 2 to {DataRequestCommand.MarkPassage.Longest} characters to leave out (words). Mark a longer passage in parts.") { Field = "words" };
        }

        if (known.Marks.FirstOrDefault(mark => mark.Words == words)?.Ground == command.Ground)
        {
            return null;
        }

        if (command.Ground is not null && known.Marks.Sum(mark => mark.Words.Length) + words.Length > DataRequestCommand.MarkPassage.LongestTogether)
        {
            return new Refusal.RuleForbids(
                RefusalCode.MarksTooMany, $"More than {DataRequestCommand.MarkPassage.LongestTogether} characters would be left out. Mark names instead of whole passages, or refuse the request with your reason.");
        }

        context.Raise(new DataRequestEvent.PassageMarked(known.Number, words, command.Ground, command.By.Name));
        return null;
    }

    private static Refusal? Answer(DecisionContext context, DataRequestKind kind, int number, DataRequestAnswer answer)
    {
        if (Find(context.State, number, kind) is not { } known)
        {
            return Unknown(number);
        }

        if (!(kind == DataRequestKind.Access ? OfAccess : OfCorrection).Contains(answer.Result))
        {
            return new Refusal.Invalid(
                RefusalCode.ValueOutOfRange,
                kind == DataRequestKind.Access
                    ? "The result of a request for the record is given, refused or notPursued."
                    : "The result of a request to correct the record is corrected, correctedInPart, notCorrected or notPursued.") { Field = "result" };
        }

        if (known.Answered is { } before)
        {
            return before with { By = answer.By } == answer ? null : Settled(known, before);
        }

        if (answer.On > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(answer.On)} is in the future. Record the answer when the person has it.") { Field = "on" };
        }

        if (answer.On < known.ReceivedOn)
        {
            return new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(answer.On)} is before the request came, on {Words.Date(known.ReceivedOn)}. Check the date.") { Field = "on" };
        }

        context.Raise(new DataRequestEvent.DataRequestAnswered(number, answer.Result, answer.On, answer.Said, answer.By));
        return null;
    }

    /// <param name="kind">Null for any.</param>
    private static DataRequest? Find(AgreementState state, int number, DataRequestKind? kind) =>
        state.DataRequests.FirstOrDefault(known => known.Number == number && (kind is null || known.Kind == kind));

    private static Refusal.Unknown Unknown(int number) =>
        new(RefusalCode.DataRequestUnknown, $"The case has no such request {number}. Open the case and choose one there.");

    private static Refusal.WrongState Settled(DataRequest known, DataRequestAnswer answered) =>
        new(RefusalCode.DataRequestSettled, $"Request {known.Number} was answered on {Words.Date(answered.On)}. If the person asks again, record a new one.");
}
