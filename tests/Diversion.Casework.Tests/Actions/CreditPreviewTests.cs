using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions.Reparation;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Actions;

public sealed class CreditPreviewTests : IDisposable
{
    private static readonly Actor Stranger = new("w9", "Stef Stranger", Role.KeyWorker, "west");
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Theory]
    [InlineData(null, null)]
    [InlineData(240, 30)]
    [InlineData(30, 30)]
    public async Task The_previewed_credit_is_the_recorded_credit_and_the_preview_stores_nothing(int? attended, int? penalty)
    {
        await Began();
        var version = (await casework.Service.Find(Id))!.Version;
        var command = new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended, MinutesAttended: attended, PenaltyMinutes: penalty);
        var foretold = Given(await Of(Worker, command));
        Assert.Equal(version, (await casework.Service.Find(Id))!.Version);

        var after = (await casework.Done(Worker, command)).Condition<ReparationCondition>("reparation");
        Assert.Equal(new CreditView(after.Appointments.Single().CreditedMinutes, after.CreditedMinutes, after.TargetMinutes), foretold);
    }

    [Fact]
    public async Task A_preview_of_a_correction_replaces_what_was_recorded()
    {
        await Began();
        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended));
        var corrected = Given(await Of(Worker, new AppointmentCommand.CorrectAttendance("reparation", "s-1", Attendance.Attended, MinutesAttended: 60)));
        Assert.Equal((60, 60), (corrected.Minutes, corrected.InAll));
    }

    [Fact]
    public async Task A_role_that_may_not_record_it_is_refused()
    {
        await Began();
        var refused = Assert.IsType<Reply<CreditView>.Refused>(
            await Of(Stranger, new AppointmentCommand.RecordAttendance("reparation", "s-1", Attendance.Attended)));
        Assert.Equal(CaseworkRefusal.NotYours().Code, refused.Refusal.Code);
    }

    [Fact]
    public async Task What_would_be_refused_is_refused_here()
    {
        await Began();
        var refused = Assert.IsType<Reply<CreditView>.Refused>(
            await Of(Worker, new AppointmentCommand.RecordAttendance("reparation", "s-9", Attendance.Attended)));
        Assert.Equal(RefusalCode.AppointmentUnknown, refused.Refusal.Code);
    }

    private async Task Began()
    {
        await casework.Signed();
        await casework.Done(Worker, new AppointmentCommand.ScheduleAppointment("reparation", "s-1", casework.Now, 360));
        await casework.Pass(Duration.FromHours(7));
    }

    private ValueTask<Reply<CreditView>> Of(Actor by, AppointmentCommand command) =>
        new CreditPreview(casework.Records).Of(Id, command with { By = by, At = casework.Now, Reason = "To see." });

    private static CreditView Given(Reply<CreditView> reply) => Assert.IsType<Reply<CreditView>.Given>(reply).Value;
}
