using Diversion.Casework.Correspondence;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.Referral;
using Diversion.Domain.Staff;
using Diversion.Domain.Term;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>Which event sends which text.</summary>
public sealed class ParticipantTextTests
{
    private static readonly Person Texted = CaseFile.Jordan with { TextConsent = true };

    [Fact]
    public void A_booking_a_move_and_a_cancelling_are_told_by_text()
    {
        var file = Running(Texted);
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 60), Role.KeyWorker);
        Assert.Equal("You have an appointment on Thursday 5 March at 2pm. If you can't come, call 0191 498 0001 before it starts.", Body(file));

        file.Do(new AppointmentCommand.RescheduleAppointment("supervision", "m-1", "m-2", CaseFile.At(CaseFile.Monday.PlusDays(4), 15), 60), Role.KeyWorker);
        Assert.Equal("Your appointment on Thursday 5 March at 2pm has moved. It is now on Friday 6 March at 3pm. Questions? Call 0191 498 0001.", Body(file));

        file.Do(new AppointmentCommand.RecordAttendance("supervision", "m-2", Attendance.CancelledByService), Role.KeyWorker);
        Assert.Equal("Your appointment on Friday 6 March at 3pm is cancelled. You don't need to come. Questions? Call 0191 498 0001.", Body(file));
    }

    [Theory]
    [InlineData(null, "You have 3 appointments. The first is on Thursday 5 March at 2pm. If you can't come to one, call 0191 498 0001 before it starts.")]
    [InlineData("Welsh", "Mae gennych 3 apwyntiad. Mae'r cyntaf ddydd Iau 5 Mawrth am 14:00. Os na allwch ddod i un, ffoniwch 0191 498 0001 cyn iddo ddechrau.")]
    public void Of_several_that_are_booked_together_one_text_tells(string? language, string body)
    {
        var file = Running(Texted);
        file.Do(new ReferralCommand.RecordCircumstances(new Circumstances(Language: language, BestTime: "Evenings")), Role.KeyWorker);
        file.Do(new AppointmentCommand.ScheduleSeries("supervision", [.. Enumerable.Range(0, 3).Select(week => new SeriesAppointment($"m-{week}", CaseFile.At(CaseFile.Monday.PlusDays(3 + (7 * week)), 14)))], 60), Role.KeyWorker);

        Assert.Equal(body, Body(file));
        Assert.Equal("m-0", file.Sent.OfType<OutgoingMessage.Text>().Single().About!.AppointmentId);
    }

    [Fact]
    public void Reminders_come_two_days_before_and_on_the_morning()
    {
        var file = Running(Texted);
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 60), Role.KeyWorker);
        foreach (var day in new[] { 1, 3 })
        {
            file.Until(CaseFile.At(CaseFile.Monday.PlusDays(day), 10));
            Assert.Equal("Reminder: you have an appointment on Thursday 5 March at 2pm. If you can't come, call 0191 498 0001 before it starts.", Body(file));
            var text = file.Sent.OfType<OutgoingMessage.Text>().Single();
            Assert.Equal((CaseFile.At(CaseFile.Monday.PlusDays(3), 14), "m-1", "+447700900123"), (text.UselessAt, text.About!.AppointmentId, text.ToNumber));
        }
    }

    [Fact]
    public void Proof_that_is_awaited_is_asked_for_with_its_last_day()
    {
        var file = Running(Texted);
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(1), 14), 60), Role.KeyWorker);
        file.Until(CaseFile.At(CaseFile.Monday.PlusDays(1), 16));
        file.Do(new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.EvidenceAwaited), Role.KeyWorker);
        Assert.Equal("You couldn't come on Tuesday 3 March. Please let us have a note or message that shows why by Tuesday 10 March. Questions? Call 0191 498 0001.", Body(file));
    }

    [Theory]
    [InlineData(null, "Thank you for coming. You have 13 hours 30 minutes left to do by Thursday 18 June. To arrange a time, call 0191 498 0001.")]
    [InlineData("Cymraeg", "Diolch am ddod. Mae gennych 13 awr a 30 munud yn weddill i'w gwneud erbyn dydd Iau 18 Mehefin. I drefnu amser, ffoniwch 0191 498 0001.")]
    public void After_a_session_of_work_the_hours_that_are_left_are_told(string? language, string body)
    {
        var file = Running(Texted, new ConditionTerms.Reparation());
        file.Do(new ReferralCommand.RecordCircumstances(new Circumstances(Language: language, BestTime: "Evenings")), Role.KeyWorker);
        file.Do(new ReparationCommand.ArrangePlacement("reparation", "p-1", "Gardens", false, CaseFile.Monday), Role.KeyWorker);
        file.Do(new AppointmentCommand.ScheduleAppointment("reparation", "s-1", CaseFile.At(CaseFile.Monday.PlusDays(1), 10), 270), Role.KeyWorker);
        file.Until(CaseFile.At(CaseFile.Monday.PlusDays(1), 16));
        file.Do(new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended), Role.KeyWorker);
        Assert.Equal(body, Body(file));
    }

    [Fact]
    public void To_a_number_that_fails_nothing_more_is_sent_until_it_is_put_right()
    {
        var file = Running(Texted);
        file.Do(new TermCommand.ReportUndelivered("DV-7K3M9-2QX4P.1.1", ContactField.Telephone), Role.Clock);
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 60), Role.KeyWorker);
        Assert.Empty(file.Sent.OfType<OutgoingMessage.Text>());

        file.Do(new ReferralCommand.ChangeContact(ContactDetails.Of(file.State.Referral.Person)), Role.KeyWorker);
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-2", CaseFile.At(CaseFile.Monday.PlusDays(4), 14), 60), Role.KeyWorker);
        Assert.Single(file.Sent.OfType<OutgoingMessage.Text>());
    }

    [Fact]
    public void One_that_is_recorded_afterwards_is_told_to_nobody()
    {
        var file = Running(Texted);
        file.Until(CaseFile.At(CaseFile.Monday.PlusDays(2), 10));
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(1), 14), 60), Role.KeyWorker);
        Assert.Empty(file.Sent.OfType<OutgoingMessage.Text>());
    }

    [Fact]
    public void Who_speaks_welsh_is_texted_in_welsh()
    {
        var file = Running(Texted);
        file.Do(new ReferralCommand.RecordCircumstances(new Circumstances(Language: "Welsh")), Role.KeyWorker);
        file.Do(new AppointmentCommand.ScheduleAppointment("supervision", "m-1", CaseFile.At(CaseFile.Monday.PlusDays(3), 14), 60), Role.KeyWorker);
        Assert.Equal("Mae gennych apwyntiad ddydd Iau 5 Mawrth am 14:00. Os na allwch ddod, ffoniwch 0191 498 0001 cyn iddo ddechrau.", Body(file));
    }

    [Fact]
    public void Without_consent_nothing_is_sent() => Assert.Empty(LifeOfACase.EveryMessage(CaseFile.Jordan).OfType<OutgoingMessage.Text>());

    [Fact]
    public void Through_a_whole_life_no_text_has_a_name_or_a_reference()
    {
        var texts = LifeOfACase.EveryMessage(Texted).OfType<OutgoingMessage.Text>().ToArray();
        Assert.NotEmpty(texts);
        Assert.All(texts, text =>
        {
            var body = new TextRenderer().Render(text).Body;
            Assert.All(["Jordan", "Quill", "DV-", "Kit", "Hawthorn", "http"], word => Assert.DoesNotContain(word, body, StringComparison.Ordinal));
        });
    }

    private static CaseFile Running(Person person, ConditionTerms? more = null)
    {
        var file = new CaseFile
        {
            Programme = new Programme(
                "Checkpoint", "checkpoint", [CaseFile.Lead], new Dictionary<string, StaffRef>(), new Uri("https://diversion.example/"), "no-reply@diversion.example")
            {
                Staff = new StaffDirectory([CaseFile.Worker with { Phone = "0191 498 0001" }], [], []),
            },
        };
        return file.Referred(person).Eligible().Offered([new ConditionTerms.NoReoffending(), new ConditionTerms.Supervision(), .. more is null ? Array.Empty<ConditionTerms>() : [more]]).Signed();
    }

    private static string Body(CaseFile file) => new TextRenderer().Render(Assert.Single(file.Sent.OfType<OutgoingMessage.Text>())).Body;
}
