using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>The officer who referred a person hears that they took up a service, finished it, or were hard to reach.</summary>
public sealed class FeedbackMailTests
{
    private readonly CaseFile file = CaseFile.Running();

    [Fact]
    public void The_first_contact_is_told_once()
    {
        Referred().Do(Attempt(AttemptWay.Call, AttemptResult.NoAnswer), Role.Provider);
        Assert.Empty(Feedback());
        file.Do(Attempt(AttemptWay.Text, AttemptResult.Reached), Role.Provider);
        Assert.Contains("taken up the support of a service", Assert.Single(Feedback()).Facts["news"], StringComparison.Ordinal);
        file.Do(Attempt(AttemptWay.Visit, AttemptResult.Reached), Role.Provider);
        Assert.Empty(Feedback());
    }

    [Fact]
    public void That_it_was_hard_is_told_and_nothing_of_it_names_person_or_service()
    {
        Referred().Do(Attempt(AttemptWay.Call, AttemptResult.NoAnswer), Role.Provider).Do(Attempt(AttemptWay.Text, AttemptResult.MessageLeft), Role.Provider);
        file.Skip(file.Now + Duration.FromHours(9)).Do(Attempt(AttemptWay.Call, AttemptResult.NoAnswer), Role.Provider);
        var mail = Assert.Single(Feedback());
        Assert.Contains("does not count against the person", mail.Facts["news"], StringComparison.Ordinal);
        var provider = file.State.Condition<PathwayCondition>("pathway").Provider;
        Assert.All((string[])[file.State.Referral.Person.Name, provider], secret => Assert.DoesNotContain(mail.Facts, fact => fact.Value.Contains(secret, StringComparison.Ordinal)));
    }

    private CaseFile Referred() => file.Do(new PathwayCommand.SendPathwayReferral("pathway") { Reach = true }, Role.KeyWorker);

    private PathwayCommand.RecordContactAttempt Attempt(AttemptWay way, AttemptResult result) => new("pathway", way, result, file.Now);

    private IEnumerable<OutgoingMessage.Mail> Feedback() => file.Mails.Where(mail => mail.Template == "referral-feedback" && mail.ToAddress == CaseFile.Officer.Email);
}
