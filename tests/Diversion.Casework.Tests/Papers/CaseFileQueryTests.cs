using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Eligibility;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Papers;

public sealed class CaseFileQueryTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_failure_shows_when_it_happened_and_who_recorded_it_when_and_a_proposal_by_rule_has_no_proposer()
    {
        await casework.Signed();
        var meeting = casework.Now + Duration.FromHours(2);
        await casework.Done(Worker, new AppointmentCommand.ScheduleAppointment("supervision", "m-1", meeting, 30));
        casework.Now += Duration.FromDays(3);
        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.MissedUnacceptable));
        await casework.Done(Worker, new BreachCommand.RecordViolence("v-1", Domain.Time.WorkingCalendar.DateOf(casework.Now)) { Reason = "Hit a member of staff." });

        var file = Assert.IsType<Reply<CaseFile>.Given>(
            await new CaseFileQuery(new RecordAccess(casework.Records, new AccessLog(casework.Store)), casework.Records, new MailRenderer()).Of(CaseFileKind.Breach, Id.Value, new AccessRequest(Lead, casework.Now))).Value;
        var failure = file.Failures[0];
        Assert.Equal((meeting, casework.Now, Worker.Name, (int?)1), (failure.HappenedAt!.Value, failure.RecordedAt, failure.RecordedBy, failure.Warning));
        Assert.Contains("meeting of", failure.What, StringComparison.Ordinal);
        Assert.Equal((1, true, null), (file.Warnings[0].Failure!.Value, file.Warnings[0].ByRule, file.Warnings[0].Told));

        var proposed = file.Decisions.Single(item => item.Name == "breach.proposed");
        Assert.Equal((true, null), (proposed.ByRule, proposed.Reason));
        var missed = file.Chronology.First(entry => entry.HappenedAt == meeting);
        Assert.Equal(casework.Now, missed.RecordedAt);
        Assert.Equal(file.Chronology.Select(entry => entry.HappenedOn).Order(), file.Chronology.Select(entry => entry.HappenedOn));
        Assert.Equal(("Hit a member of staff.", AdmissionAnswer.Full), (file.Evidence.Single(item => item.Name == "breach.violence-recorded").Reason, file.Basis.Basis.Admission));
    }
}
