using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Support;

namespace Diversion.Casework.Steps;

/// <summary>Steps of what the person is offered beside the conditions.</summary>
internal static class SupportSteps
{
    private const string Yes = "yes";

    public static readonly Step[] All =
    [
        Step.Of("Offer a health check", "The offer was recorded. Record what the person says.", answers => new SupportCommand.OfferHealthCheck(answers.Line ?? "")) with
        {
            Explain = "A nurse of a partner looks at how the person is and refers them on where it helps. It is voluntary: a no is as good as a yes, and the police do not see either. What is found stays with the partner.",
            Line = new("Whose nurse does it?", "the organisation") { IsProvider = true },
            Button = "Offer it",
        },
        Step.Of("Record what the person says to the health check", "The answer was recorded. It does not count for or against the person.", answers => new SupportCommand.AnswerHealthCheck(answers.Chosen == Yes)) with
        {
            Explain = "From their yes on, the partner sees the person’s name and how to meet them. They may change their mind until it was done.",
            Choice = new("Do they want it?", "whether they want it", [new StepAnswer(Yes, "Yes"), new StepAnswer("no", "No, or not any more")]),
            Button = "Record the answer",
        },
        Step.Of("Record that the health check was done", "It was recorded. Record each onward referral now.", answers => new SupportCommand.RecordHealthCheck(answers.Day)) with
        {
            Explain = "Only the day is kept. What was found stays in your own notes.",
            Day = new("On which day was it done?", "the day"),
            Button = "Record it",
        },
        Step.Of("Record an onward referral", "The onward referral was recorded.", answers => new SupportCommand.ReferOnward(answers.Choice<OnwardKind>(), answers.Day)) with
        {
            Explain = "Where you referred the person to, with their consent. The key worker sees how many referrals there are, and not where to.",
            Choice = new("Where to?", "where to", [.. Enum.GetValues<OnwardKind>().Select(kind => new StepAnswer(kind.ToString(), Words.Sentence(SupportWords.Of(kind))))]),
            Day = new("On which day?", "the day"),
            Button = "Record the referral",
        },
        Step.Of("Record what came of the onward referral", "It was recorded what came of it.", answers => answers.Number is { } number ? new SupportCommand.RecordOnwardOutcome(number, answers.Choice<OnwardOutcome>()) : null) with
        {
            Choice = new("What came of it?", "what came of it",
            [
                new StepAnswer(nameof(OnwardOutcome.TakenUp), "Taken up", "They went, or a course has begun."),
                new StepAnswer(nameof(OnwardOutcome.Finished), "Finished", "A course such as a vaccination is complete."),
                new StepAnswer(nameof(OnwardOutcome.NotTakenUp), "Not taken up", "They did not go. It does not count against them."),
                new StepAnswer(nameof(OnwardOutcome.NotAvailable), "Not available", "The service had no place, or did not take them."),
            ]),
            Button = "Record what came of it",
        },
        Step.Of("Find a mentor", "The mentor was recorded, and is told.", answers => answers.Mentor is { } found ? new SupportCommand.MatchMentor(found.Person, found.Organisation) : null) with
        {
            Explain = "Somebody of a charity who stands by the person, for as long as the person wants it, also after the agreement. It is voluntary: whether they meet never counts for or against the person, and the police do not see it.",
            Line = new("Who is it?", "the mentor", "The person should have met them, or agree to.") { IsMentor = true },
            Button = "Record the mentor",
        },
        Step.Of("Record a meeting", "The meeting was recorded.", answers => answers.Number is { } number ? new SupportCommand.LogMentorMeeting(number, answers.Choice<MentorContact>(), answers.Day) : null) with
        {
            Choice = new("What did you do?", "what you did", [new StepAnswer(nameof(MentorContact.Met), "We met"), new StepAnswer(nameof(MentorContact.Spoke), "We spoke")]),
            ChoosesAtOnce = true,
            Day = new("On which day?", "the day", "Today is filled in."),
        },
        Step.Of("End the mentoring", "It was recorded that the mentoring has ended. It does not count against the person.", answers => answers.Number is { } number ? new SupportCommand.EndMentoring(number, answers.Choice<MentoringEndCause>()) : null) with
        {
            Explain = "The mentor’s page of the person closes. Another mentor can be found at any time.",
            Choice = new("Why?", "why it ends",
            [
                new StepAnswer(nameof(MentoringEndCause.PersonSaysSo), "The person says so", "They need give no reason."),
                new StepAnswer(nameof(MentoringEndCause.NoLongerNeeded), "It is no longer needed"),
                new StepAnswer(nameof(MentoringEndCause.MentorLeaves), "The mentor leaves"),
            ]),
            Button = "End it",
        },
    ];
}
