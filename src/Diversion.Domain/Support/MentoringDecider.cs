using Diversion.Domain.Agreements;
using Diversion.Domain.Time;

namespace Diversion.Domain.Support;

/// <summary>Takes what becomes of a mentoring. Nothing that it raises is a failure, whoever did not come.</summary>
internal static class MentoringDecider
{
    public static Refusal? Match(DecisionContext context, SupportCommand.MatchMentor command)
    {
        if (context.State.Term is null)
        {
            return new Refusal.WrongState(RefusalCode.SupportNotReady, "A mentor is found once an agreement is signed. Record the signing first.");
        }

        if (context.State.Support.OpenMentoring is { } before)
        {
            return before.Mentor.Id == command.Mentor.Id
                ? null
                : new Refusal.WrongState(RefusalCode.SupportNotReady, $"{before.Mentor.Name} of {before.Organisation} is the person’s mentor. If the person wants another, record first that this mentoring has ended.");
        }

        context.Raise(new SupportEvent.MentorMatched(
            context.State.Support.Mentorings.Length + 1, command.Mentor, command.Organisation, context.Now, context.InWorkingDays(RuleIds.MentorMeeting, context.Scheme.Mentorings.FirstWorkingDays)));
        return null;
    }

    public static Refusal? Log(DecisionContext context, SupportCommand.LogMentorMeeting command)
    {
        if (!Enum.IsDefined(command.How))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say whether you met or spoke (how: met, spoke).") { Field = "how" };
        }

        if (Find(context.State, command.Number) is not { } known)
        {
            return Unknown(command.Number);
        }

        if (known.Ended is { } ended)
        {
            if (known.RefusedOn != context.Today)
            {
                context.Raise(new SupportEvent.MentorRefused(known.Number, context.Today));
            }

            return new Refusal.WrongState(
                RefusalCode.MentoringEnded, $"This mentoring ended on {Words.Date(ended.At)}, so nothing more is recorded on it. That you tried is kept. If the person wants it to go on, ask their key worker to record it.");
        }

        var matched = WorkingCalendar.DateOf(known.MatchedAt);
        if (command.On > context.Today || command.On < matched)
        {
            return command.On > context.Today
                ? new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(command.On)} is in the future. Record the meeting when it has been.") { Field = "on" }
                : new Refusal.Invalid(RefusalCode.DateTooOld, $"{Words.Date(command.On)} is before {Words.Date(matched)}, when you became the person’s mentor. Check the day.") { Field = "on" };
        }

        if (!known.Meetings.Contains(new MentorMeeting(command.On, command.How)))
        {
            context.Raise(new SupportEvent.MentorMet(known.Number, command.How, command.On, context.InWorkingDays(RuleIds.MentorMeeting, context.Scheme.Mentorings.NextWorkingDays)));
        }

        return null;
    }

    public static Refusal? End(DecisionContext context, SupportCommand.EndMentoring command)
    {
        if (!Enum.IsDefined(command.Cause))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say why it ends (cause): personSaysSo, noLongerNeeded or mentorLeaves.") { Field = "cause" };
        }

        if (Find(context.State, command.Number) is not { } known)
        {
            return Unknown(command.Number);
        }

        if (known.Ended is null)
        {
            context.Raise(new SupportEvent.MentoringEnded(known.Number, command.Cause, context.Now, command.By.Name));
        }

        return null;
    }

    private static Mentoring? Find(AgreementState state, int number) => state.Support.Mentorings.FirstOrDefault(one => one.Number == number);

    private static Refusal.Unknown Unknown(int number) => new(RefusalCode.SupportUnknown, $"There is no mentoring {number} in this case. Open the case and choose one there.");
}
