using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>Who is reminded of what has to be done, and who is told when it is late.</summary>
public sealed class ObligationMailTests
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
    public void On_the_due_day_the_owner_is_reminded_with_the_rule()
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
    public void An_overdue_obligation_escalates_from_its_owner_to_the_team_manager_to_the_leads()
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
    public void The_end_of_the_term_lists_what_is_open_and_its_expiry_goes_to_the_leads()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending(), CaseFile.EveryCondition[^1]).Until(CaseFile.At(new(2026, 7, 3), 1));
        Assert.Equal("The condition: pathway", file.MailTo(CaseFile.Worker, "concluding-began").Facts["open"]);

        file.Until(CaseFile.At(new(2026, 7, 10), 1));
        Assert.Equal("The condition: pathway", file.MailTo(CaseFile.Lead, "concluding-expired").Facts["open"]);
    }

    [Fact]
    public void Every_rule_that_creates_an_obligation_has_a_text()
    {
        string[] noPromise =
        [
            RuleIds.ChargeByNone, RuleIds.ChargeBySummary, RuleIds.ChargeByDomestic, RuleIds.ChargeByAlert, RuleIds.OfferLapse,
            RuleIds.TermEnd, RuleIds.ConcludingEnd, RuleIds.CoverEnd, RuleIds.CourtesyEnd, RuleIds.ParticipantReminder, RuleIds.EvidenceAwaited,

            // Of a notice that is of no case yet: it has a mail of its own.
            RuleIds.CustodyMatch,

            // Of no case, too.
            RuleIds.BoardAction,

            // Of a service of the directory: likewise.
            RuleIds.PartnershipReview,

            // Of a reparation project: likewise.
            RuleIds.RiskAssessmentReview,

            // Of what an organisation is told.
            RuleIds.SharingReview,
        ];
        var rules = typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(noPromise);

        Assert.All(rules, rule => Assert.False(string.IsNullOrEmpty(Casework.Correspondence.TaskTexts.Of(rule).Next)));
    }
}
