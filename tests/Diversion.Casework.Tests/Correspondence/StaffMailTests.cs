using Diversion.Casework.Delivery;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

public sealed class StaffMailTests
{
    private static readonly LocalDate Monday = CaseFile.Monday;

    [Fact]
    public void A_referral_asks_the_officer_for_both_checks_by_their_date()
    {
        var mail = new CaseFile().Referred().MailTo(CaseFile.Officer);

        Assert.Equal(("checks-requested", "DV-7K3M9-2QX4P.1.3"), (mail.Template, mail.Id));
        Assert.Equal(
            "the safeguarding check, by 5pm on Tuesday 3 March 2026\nthe domestic-abuse check, by 5pm on Tuesday 3 March 2026",
            mail.Facts["checks"]);
    }

    [Fact]
    public void On_the_due_day_whoever_owes_it_is_reminded_and_told_the_rule()
    {
        var mail = CaseFile.Running(new ConditionTerms.NoReoffending(), new ConditionTerms.Supervision())
            .Until(CaseFile.At(Monday.PlusDays(1), 10)).MailTo(CaseFile.Worker);

        Assert.Equal("due-today", mail.Template);
        Assert.Equal("Hold the first supervision meeting", mail.Facts["what"]);
        Assert.Equal("5pm on Tuesday 3 March 2026", mail.Facts["due"]);
        Assert.Equal("The first meeting is held within 1 working day of signing.", mail.Facts["rule"]);
        Assert.Equal("https://diversion.example/agreements/DV-7K3M9-2QX4P", mail.Facts["link"]);
    }

    [Fact]
    public void A_provider_has_no_address_so_the_key_worker_is_asked()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending(), CaseFile.EveryCondition[^1]).Until(CaseFile.At(Monday.PlusDays(21), 10));

        Assert.Contains(file.Mails, mail => mail.ToAddress == CaseFile.Worker.Email && mail.Facts.GetValueOrDefault("what") == "Get the pathway referral accepted");
    }

    [Fact]
    public void An_overdue_promise_climbs_from_its_owner_to_the_team_manager_to_the_leads()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending(), CaseFile.EveryCondition[^1]);
        const string What = "Send the pathway referral";

        string[] Told(LocalDate day) =>
            [.. file.Until(CaseFile.At(day, 18)).Mails.Where(mail => mail.Facts.GetValueOrDefault("what") == What).Select(mail => $"{mail.Template} {mail.ToAddress}")];

        Assert.Equal(["due-today kit@probation.example", "overdue kit@probation.example"], Told(new(2026, 3, 9)));
        Assert.Equal(["overdue-team-manager tam@probation.example"], Told(new(2026, 3, 11)));
        Assert.Equal(["overdue-lead lee@programme.example", "overdue-lead ola@programme.example"], Told(new(2026, 3, 16)));
        Assert.Empty(Told(new(2026, 4, 16)));
    }

    [Fact]
    public void Without_a_team_manager_the_leads_are_told()
    {
        var file = new CaseFile { KeyWorker = CaseFile.Worker with { Team = "elsewhere" } }.Referred().Eligible().Offered().Signed()
            .Until(CaseFile.At(new(2026, 3, 5), 18));

        Assert.Contains(file.Mails, mail => mail.Template == "overdue-team-manager" && mail.ToAddress == CaseFile.Lead.Email);
    }

    [Fact]
    public void An_officer_without_an_address_leaves_nobody_uninformed()
    {
        var file = new CaseFile { ReferringOfficer = CaseFile.Officer with { Email = null } }.Referred();
        Assert.Equal([CaseFile.Lead.Email, CaseFile.OtherLead.Email], file.Mails.Select(mail => mail.ToAddress));

        file.Eligible().Offered().Signed();
        Assert.Equal("victim-to-be-told", file.MailTo(CaseFile.Worker, "victim-to-be-told").Template);
    }

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
    public void An_arrest_is_told_to_the_leads_and_the_key_worker_at_once_and_to_no_other_system()
    {
        var file = CaseFile.Running().Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, Monday), Role.Feed);

        Assert.Equal([CaseFile.Lead.Email, CaseFile.OtherLead.Email, CaseFile.Worker.Email], file.Mails.Select(mail => mail.ToAddress));
        Assert.Empty(file.Notices);
    }

    [Theory]
    [InlineData(CustodyNoticeKind.NoFurtherAction)]
    [InlineData(CustodyNoticeKind.ReleasedOnBail)]
    [InlineData(CustodyNoticeKind.Other)]
    [InlineData(CustodyNoticeKind.Charge)]
    public void Whatever_a_notice_says_somebody_is_told(CustodyNoticeKind kind) =>
        Assert.Contains(
            CaseFile.Running().Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", kind, Monday), Role.Feed).Mails,
            mail => mail.Template == "custody-notice" && mail.ToAddress == CaseFile.Worker.Email);

    [Fact]
    public void A_notice_without_an_agreement_is_told_to_the_officer() =>
        Assert.Equal(
            "custody-notice-officer",
            new CaseFile().Referred().Do(new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, Monday), Role.Feed).MailTo(CaseFile.Officer, "custody-notice-officer").Template);

    [Fact]
    public void The_charge_by_ladder_after_the_end_is_told_to_officer_and_leads_with_the_days_left()
    {
        var file = new CaseFile().Referred(offence: OffenceClass.SummaryOnly).Do(new ReferralCommand.FindNotEligible(), Role.PoliceOfficer);

        string[] Told(LocalDate day) =>
            [.. file.Until(CaseFile.At(day, 12)).Mails.Where(mail => mail.Template == "case-outcome-to-record").Select(mail => $"{mail.ToAddress} {mail.Facts["daysLeft"]}")];

        Assert.Equal([$"{CaseFile.Officer.Email} 28 days left"], Told(new(2026, 7, 23)));
        Assert.Equal([$"{CaseFile.Officer.Email} 14 days left"], Told(new(2026, 8, 6)));
        Assert.Equal([$"{CaseFile.Lead.Email} 3 days left", $"{CaseFile.OtherLead.Email} 3 days left"], Told(new(2026, 8, 17))[^2..]);
        Assert.Equal($"{CaseFile.Lead.Email} today is the last day", Told(new(2026, 8, 20))[^2]);
    }

    [Fact]
    public void A_kept_condition_that_a_correction_opens_again_is_told_to_the_leads()
    {
        var mails = LifeOfACase.Reopened().AllSent.OfType<Diversion.Casework.Delivery.OutgoingMessage.Mail>().Where(mail => mail.Template == "condition-reopened");

        Assert.Equal([CaseFile.Lead.Email, CaseFile.OtherLead.Email], mails.Select(mail => mail.ToAddress));
    }

    [Fact]
    public void A_decision_to_go_on_is_told_to_key_worker_and_officer()
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
    public void A_completed_case_asks_the_officer_for_outcome_22()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending()).Until(CaseFile.At(new(2026, 7, 3), 1));

        Assert.Equal("22", file.MailTo(CaseFile.Officer, "completed").Facts["outcomeCode"]);
    }

    [Fact]
    public void A_discontinued_case_is_the_officers_and_its_tag_comes_off()
    {
        var file = CaseFile.Running()
            .Do(new TagMonitoringCommand.RecordTagConsent("tag-monitoring"), Role.KeyWorker)
            .Do(new TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-9", Monday), Role.KeyWorker)
            .Do(new TermCommand.Discontinue(DiscontinuationCause.Died), Role.ProgrammeLead);

        Assert.NotNull(file.MailTo(CaseFile.Officer, "discontinued"));
        Assert.Equal("5pm on Wednesday 4 March 2026", file.MailTo(CaseFile.Worker, "tag-removal-due").Facts["due"]);
        Assert.DoesNotContain(file.Mails, mail => mail.ToAddress == CaseFile.Jordan.Email);

        file.After(new TagMonitoringCommand.ReceiveTagEvent("tag-monitoring", "t-1", TagEventKind.NoSignal, file.Now));
        Assert.Equal(["tag-event-refused", "tag-event-refused"], file.Mails.Select(mail => mail.Template));
    }

    [Fact]
    public void The_new_key_worker_is_told_and_the_old_one_is_not()
    {
        var file = CaseFile.Running().Do(new TermCommand.ChangeKeyWorker(CaseFile.OtherWorker), Role.ProgrammeLead);

        Assert.Equal("key-worker-named", file.MailTo(CaseFile.OtherWorker).Template);
        Assert.DoesNotContain(file.Mails, mail => mail.ToAddress == CaseFile.Worker.Email);
    }

    [Fact]
    public void The_victims_promise_goes_to_the_officer_and_to_the_facilitator_who_may_know_them()
    {
        var file = CaseFile.Running();
        Assert.Equal("5pm on Monday 9 March 2026", file.MailTo(CaseFile.Officer, "victim-to-be-told").Facts["due"]);
        Assert.Equal("victim-to-be-told-facilitator", file.MailTo(CaseFile.Facilitator).Template);

        var without = CaseFile.Running(new ConditionTerms.NoReoffending());
        Assert.DoesNotContain(without.Mails, mail => mail.ToAddress == CaseFile.Facilitator.Email);
    }

    [Fact]
    public void The_end_of_the_term_lists_what_is_open_and_its_expiry_goes_to_the_leads()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending(), CaseFile.EveryCondition[^1]).Until(CaseFile.At(new(2026, 7, 3), 1));
        Assert.Equal("The condition: pathway", file.MailTo(CaseFile.Worker, "concluding-began").Facts["open"]);

        file.Until(CaseFile.At(new(2026, 7, 10), 1));
        Assert.Equal("The condition: pathway", file.MailTo(CaseFile.Lead, "concluding-expired").Facts["open"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void What_cannot_reach_the_key_worker_goes_to_the_next_role(string? address)
    {
        var file = new CaseFile { KeyWorker = CaseFile.Worker with { Email = address } }.Referred().Eligible().Offered().Signed();
        Assert.DoesNotContain(file.AllSent.OfType<OutgoingMessage.Mail>(), mail => mail.ToAddress == address);
        file.Until(CaseFile.At(new(2026, 3, 16), 18));
        var escalated = file.AllSent.OfType<OutgoingMessage.Mail>().Where(mail => mail.ToAddress == CaseFile.Lead.Email).ToArray();
        var reached = new CaseFile().Referred().Eligible().Offered().Signed().Until(CaseFile.At(new(2026, 3, 16), 18)).AllSent.OfType<OutgoingMessage.Mail>().Where(mail => mail.ToAddress == CaseFile.Lead.Email);
        Assert.True(escalated.Length > reached.Count(), $"{escalated.Length} mails to the lead are no more than when the key worker can be reached.");
    }

    [Fact]
    public void Undelivered_messages_make_one_mail_until_a_lead_has_seen_it()
    {
        var file = CaseFile.Running().Do(new TermCommand.ReportUndelivered("DV-7K3M9-2QX4P.10.2"), Role.Clock);
        Assert.Equal("DV-7K3M9-2QX4P.10.2", file.MailTo(CaseFile.Lead).Facts["message"]);

        Assert.Empty(file.Do(new TermCommand.ReportUndelivered(file.MailTo(CaseFile.Lead).Id), Role.Clock).Sent);

        foreach (var alert in file.State.Alerts)
        {
            file.Do(new TermCommand.AcknowledgeAlert(alert.Id), Role.ProgrammeLead);
        }

        Assert.NotEmpty(file.Do(new TermCommand.ReportUndelivered("DV-7K3M9-2QX4P.11.1"), Role.Clock).Mails);
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

    [Fact]
    public void Every_rule_that_makes_a_promise_has_words()
    {
        string[] noPromise =
        [
            RuleIds.ChargeByNone, RuleIds.ChargeBySummary, RuleIds.ChargeByDomestic, RuleIds.ChargeByAlert, RuleIds.OfferLapse,
            RuleIds.TermEnd, RuleIds.ConcludingEnd, RuleIds.CoverEnd, RuleIds.ParticipantReminder, RuleIds.EvidenceAwaited,
        ];
        var rules = typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(noPromise);

        Assert.All(rules, rule => Assert.False(string.IsNullOrEmpty(Casework.Correspondence.TaskTexts.Of(rule).Next)));
    }
}
