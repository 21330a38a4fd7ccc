using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Tests.Correspondence;

public sealed class ParticipantMailTests
{
    [Theory]
    [InlineData(false, "jordan.quill@home.example")]
    [InlineData(true, null)]
    [InlineData(true, " ")]
    public void Without_consent_or_an_address_nothing_is_sent_to_them(bool consent, string? address)
    {
        var person = CaseFile.Jordan with { ContactConsent = consent, Email = address };
        var staff = new HashSet<string?>(
            [CaseFile.Officer.Email, CaseFile.Worker.Email, CaseFile.OtherWorker.Email, CaseFile.Lead.Email, CaseFile.OtherLead.Email, CaseFile.TeamManager.Email, CaseFile.Facilitator.Email]);

        Assert.All(
            LifeOfACase.EveryMessage(person).OfType<OutgoingMessage.Mail>(),
            mail =>
            {
                Assert.Contains(mail.ToAddress, staff);
                Assert.DoesNotContain("participant", mail.Template, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Signing_sends_the_conditions_the_last_day_and_what_happens_if_broken()
    {
        var mail = CaseFile.Running().MailToParticipant();

        Assert.Equal("participant-signed", mail.Template);
        Assert.Equal("Jordan", mail.ToName);
        Assert.Equal("Thursday 2 July 2026", mail.Facts["lastDay"]);
        Assert.Equal(6, mail.Facts["conditions"].Split('\n').Length);
        Assert.Contains("from 7pm to 7:30am", mail.Facts["conditions"], StringComparison.Ordinal);
        Assert.Contains("3 times: a manager looks at your case", mail.Facts["ifBroken"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pathways_are_listed_once_since_a_mail_does_not_name_their_needs()
    {
        var mail = CaseFile.Running(
            new ConditionTerms.NoReoffending(),
            new ConditionTerms.Pathway(PathwayKind.Health, "Green Spaces"),
            new ConditionTerms.Pathway(PathwayKind.DrugsAndAlcohol, "Clear Path")).MailToParticipant();

        Assert.Equal("Do not break the law.\nGo to the support that you chose with us.", mail.Facts["conditions"]);
    }

    [Fact]
    public void A_meeting_is_reminded_of_two_days_before_and_on_the_day()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending(), new ConditionTerms.Supervision());
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 90), Role.KeyWorker);

        foreach (var day in new[] { 1, 3 })
        {
            var mail = file.Until(CaseFile.At(CaseFile.Monday.PlusDays(day), 10)).MailToParticipant();
            Assert.Equal(("participant-reminder", "meeting"), (mail.Template, mail.Facts["what"]));
            Assert.Equal("Thursday 5 March 2026 2pm 1 hour and 30 minutes", $"{mail.Facts["day"]} {mail.Facts["time"]} {mail.Facts["length"]}");
        }
    }

    [Fact]
    public void A_reminder_that_comes_too_late_is_not_sent()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending(), new ConditionTerms.Supervision());
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 45), Role.KeyWorker)
            .Skip(CaseFile.At(CaseFile.Monday.PlusDays(4), 9))
            .Do(new TimePassed(), Role.Clock);

        Assert.DoesNotContain(file.Mails, mail => mail.ToAddress == CaseFile.Jordan.Email);
    }

    [Fact]
    public void Warnings_come_in_order_and_can_be_taken_back()
    {
        Assert.Equal("participant-first-warning", LifeOfACase.Missed(1).MailToParticipant().Template);
        Assert.Equal("participant-final-warning", LifeOfACase.Missed(2).MailToParticipant().Template);
        Assert.DoesNotContain(LifeOfACase.Missed(3).Mails, mail => mail.ToAddress == CaseFile.Jordan.Email);
        Assert.Equal(
            "participant-warning-withdrawn",
            LifeOfACase.Missed(1).Do(new BreachCommand.WithdrawWarning(1), Role.KeyWorker, "kw-1").MailToParticipant().Template);
    }

    [Fact]
    public void Changes_are_sent_to_the_participant()
    {
        var file = CaseFile.Running();

        var varied = file.Do(new TermCommand.VaryAgreement(Remove: ["reparation"], ParticipantAgreed: true), Role.ProgrammeLead).MailToParticipant();
        Assert.Equal("participant-varied", varied.Template);
        Assert.DoesNotContain("unpaid work", varied.Facts["conditions"], StringComparison.Ordinal);

        var extended = file.Do(new TermCommand.ExtendTerm(new(2026, 7, 10), true), Role.ProgrammeLead).MailToParticipant();
        Assert.Equal(("participant-extended", "Friday 10 July 2026"), (extended.Template, extended.Facts["lastDay"]));

        var changed = file.Do(new TermCommand.ChangeKeyWorker(CaseFile.OtherWorker), Role.ProgrammeLead).MailToParticipant();
        Assert.Equal(("participant-key-worker-changed", "Nell Newer (nell@probation.example)"), (changed.Template, changed.Facts["keyWorker"]));
    }

    [Fact]
    public void The_end_is_told_when_it_is_kept() => Assert.Equal(
        "participant-completed",
        CaseFile.Running(new ConditionTerms.NoReoffending()).Until(CaseFile.At(new(2026, 7, 3), 1)).MailToParticipant().Template);

    [Fact]
    public void The_end_says_that_a_tag_is_still_on()
    {
        var file = CaseFile.Running(new ConditionTerms.NoReoffending(), new ConditionTerms.TagMonitoring([], new Curfew(new LocalTime(19, 0), new LocalTime(7, 0))))
            .Do(new TagMonitoringCommand.RecordTagConsent("tag-monitoring"), Role.KeyWorker)
            .Do(new TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-9", CaseFile.Monday), Role.KeyWorker)
            .Until(CaseFile.At(new(2026, 7, 3), 1));
        if (file.State.Status == AgreementStatus.Concluding)
        {
            file.Do(new TermCommand.WaiveCondition("tag-monitoring"), Role.ProgrammeLead);
        }

        var told = file.Mails.Single(mail => mail.Template == "participant-completed").Facts["stillToDo"];
        Assert.Contains("Your tag is still on.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("anything more", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Mails_keep_no_more_of_a_person_than_they_say()
    {
        Assert.All(
            LifeOfACase.EveryMessage().OfType<OutgoingMessage.Mail>().SelectMany(mail => mail.Facts.Values.Append(mail.ToName)),
            value => Assert.DoesNotContain("Quill", value, StringComparison.OrdinalIgnoreCase));
    }
}
