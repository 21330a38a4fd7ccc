using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>Who is told of failures, of a proposed breach, of the answer to it and of the decision.</summary>
public sealed class BreachMailTests
{
    [Fact]
    public void A_breach_goes_to_every_lead_but_the_proposer_with_the_charge_by_date()
    {
        var file = new CaseFile().Referred(offence: OffenceClass.SummaryOnly, domestic: true).Eligible().Offered().Signed()
            .Do(new BreachCommand.ProposeBreach(), Role.ProgrammeLead, CaseFile.Lead.Id);

        var mail = Assert.Single(file.Mails);
        Assert.Equal(CaseFile.OtherLead.Email, mail.ToAddress);
        Assert.Equal("Thursday 20 August 2026", mail.Facts["chargeBy"]);
        Assert.Equal("5pm on Friday 13 March 2026", mail.Facts["due"]);

        // Nor is the proposer chased for it.
        file.Until(CaseFile.At(new(2026, 3, 5), 18));
        Assert.DoesNotContain(file.Mails, sent => sent.ToAddress == CaseFile.Lead.Email && sent.Facts.GetValueOrDefault("what") == "Decide a proposed breach");
    }

    [Fact]
    public void A_sole_lead_hears_even_of_their_own_proposal()
    {
        var alone = new CaseFile();
        alone = new CaseFile { Programme = alone.Programme with { Leads = [CaseFile.Lead] } }.Referred().Eligible().Offered().Signed()
            .Do(new BreachCommand.ProposeBreach(), Role.ProgrammeLead, CaseFile.Lead.Id);

        Assert.Equal("breach-proposed", alone.MailTo(CaseFile.Lead).Template);
    }

    [Fact]
    public void An_undecided_breach_near_the_charge_by_date_alerts_all_leads()
    {
        var file = new CaseFile().Referred(offence: OffenceClass.SummaryOnly, domestic: true).Eligible().Offered().Signed()
            .Do(new BreachCommand.ProposeBreach(), Role.KeyWorker, CaseFile.Worker.Id)
            .Until(CaseFile.At(new(2026, 7, 23), 10));

        var alerts = file.Mails.Where(mail => mail.Template == "charge-by-alert").ToArray();
        Assert.Equal([CaseFile.Lead.Email, CaseFile.OtherLead.Email], alerts.Select(mail => mail.ToAddress));
        Assert.All(alerts, mail => Assert.Equal("28 days", mail.Facts["daysLeft"]));
    }

    [Fact]
    public void A_decision_to_continue_is_sent_to_key_worker_and_officer()
    {
        var file = LifeOfACase.Missed(3).Do(new BreachCommand.DecideBreach(BreachDecision.Continue), Role.ProgrammeLead, CaseFile.Lead.Id);

        Assert.Equal(
            [CaseFile.Worker.Email, CaseFile.Officer.Email],
            file.Mails.Where(mail => mail.Template == "breach-decided").Select(mail => mail.ToAddress));
    }

    [Fact]
    public void A_confirmed_breach_hands_the_officer_one_mail_with_the_breach_file()
    {
        var file = LifeOfACase.Missed(3).Heard().Do(new BreachCommand.DecideBreach(BreachDecision.Confirm), Role.ProgrammeLead, CaseFile.Lead.Id);

        Assert.Equal("https://diversion.example/agreements/DV-7K3M9-2QX4P/breach-file", file.MailTo(CaseFile.Officer, "breached").Facts["breachFile"]);
        Assert.Equal("breach-decided", file.MailTo(CaseFile.Worker).Template);
        Assert.DoesNotContain(file.Mails, mail => mail.ToAddress == CaseFile.Officer.Email && mail.Template == "breach-decided");
    }

    [Fact]
    public void The_leads_who_may_decide_hear_until_when_the_person_may_answer_and_when_they_have()
    {
        var file = LifeOfACase.Missed(3);
        Assert.Contains("may answer until 5pm on", file.MailTo(CaseFile.Lead, "breach-proposed").Facts["answer"], StringComparison.Ordinal);

        Assert.Equal("The person has answered the proposed breach.", file.Heard("I was in hospital.").MailTo(CaseFile.Lead, "breach-answered").Facts["what"]);
        Assert.Equal("The person does not wish to answer the proposed breach.", LifeOfACase.Missed(3).Heard().MailTo(CaseFile.Lead, "breach-answered").Facts["what"]);

        var silent = LifeOfACase.Missed(3).Told("breach-proposed-1");
        Assert.Equal(
            "The time to answer the proposed breach is over, and no answer has come.",
            silent.Until(silent.Now + Duration.FromDays(14)).MailTo(CaseFile.Lead, "breach-answered").Facts["what"]);
    }

    [Fact]
    public void A_contested_warning_and_an_answer_after_the_decision_reach_the_leads()
    {
        var warned = LifeOfACase.Missed(1);
        Assert.NotNull(warned.Do(Answer("warning-1", warned.Now), Role.KeyWorker, "kw-1").MailTo(CaseFile.Lead, "warning-contested"));

        var decided = LifeOfACase.Missed(3).Do(new BreachCommand.DecideBreach(BreachDecision.Continue), Role.ProgrammeLead, CaseFile.Lead.Id);
        Assert.NotNull(decided.Do(Answer("breach-proposed-1", decided.Now), Role.KeyWorker, "kw-1").MailTo(CaseFile.Lead, "answer-after-decision"));

        static TellingCommand.RecordAnswer Answer(string news, Instant now) => new(news, AnsweredHow.InPerson, now, "I was in hospital.");
    }

    [Fact]
    public void A_failure_that_counted_and_was_taken_back_is_told_to_the_leads_and_the_team_manager()
    {
        var mails = LifeOfACase.TakenBack().Mails.Where(mail => mail.Template == "failure-taken-back").Select(mail => mail.ToAddress).ToArray();

        Assert.Contains(CaseFile.Lead.Email, mails);
        Assert.Contains(CaseFile.TeamManager.Email, mails);
    }

    [Fact]
    public void Somebody_with_two_roles_gets_one_mail()
    {
        var both = new CaseFile { KeyWorker = CaseFile.Officer }.Referred().Eligible().Offered().Signed();
        for (var i = 1; i <= 3; i++)
        {
            both.Do(new BreachCommand.RecordFailure($"f-{i}"), Role.KeyWorker);
            both = i < 3 ? both.Told($"warning-{i}") : both;
        }

        both.Do(new BreachCommand.DecideBreach(BreachDecision.Continue), Role.ProgrammeLead, CaseFile.Lead.Id);

        Assert.NotNull(both.MailTo(CaseFile.Officer));
    }
}
