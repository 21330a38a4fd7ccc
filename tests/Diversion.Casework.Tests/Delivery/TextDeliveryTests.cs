using Diversion.Casework.Delivery;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Delivery;

/// <summary>Texts on their way from the outbox, and what the provider says of them.</summary>
public sealed class TextDeliveryTests : IDisposable
{
    private static readonly Person Pat = new(
        "Pat Participant", new LocalDate(1995, 5, 17), Sex.Female, District: "County Durham", Phone: "07700 900982") { TextConsent = true };

    private readonly CaseworkUnderTest casework = new();

    private TextReceipts Receipts => new(casework.Service, casework.Store);

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_text_goes_to_the_number_of_the_person()
    {
        await Booked();
        await casework.Delivery.Run(casework.Now);
        var text = Assert.Single(casework.Texts);
        Assert.Equal(("+447700900982", "You have an appointment on Wednesday 4 March at 10am. If you can't come, let us know before it starts."), (text.ToNumber, text.Body));
    }

    [Fact]
    public async Task In_quiet_hours_it_waits_until_the_morning()
    {
        await casework.Signed(person: Pat);
        casework.Now = Instant.FromUtc(2026, 3, 3, 21, 15);
        await casework.Done(Worker, new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Instant.FromUtc(2026, 3, 4, 10, 0), 45));
        await casework.Delivery.Run(casework.Now);
        Assert.Empty(casework.Texts);
        Assert.Equal(Instant.FromUtc(2026, 3, 4, 8, 0), await casework.Delivery.Earliest());

        await casework.Delivery.Run(Instant.FromUtc(2026, 3, 4, 8, 0));
        Assert.Single(casework.Texts);
    }

    [Fact]
    public async Task A_try_again_that_falls_into_quiet_hours_waits_too_and_what_would_come_too_late_is_not_sent()
    {
        await casework.Signed(person: Pat);
        casework.Now = Instant.FromUtc(2026, 3, 3, 19, 55);
        await casework.Done(Worker, new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Instant.FromUtc(2026, 3, 4, 8, 30), 45));
        casework.DeliveryFault = new DeliveryFailedException("No network.");
        await casework.Delivery.Run(casework.Now);
        casework.DeliveryFault = null;

        Assert.Equal(Instant.FromUtc(2026, 3, 4, 8, 0), await casework.Delivery.RunFor(OwnStream, Instant.FromUtc(2026, 3, 3, 20, 5)));
        Assert.Empty(casework.Texts);

        await casework.Delivery.Run(Instant.FromUtc(2026, 3, 4, 8, 31));
        Assert.Empty(casework.Texts);
        Assert.Contains("too late", (await State()).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_waits_is_stopped_when_consent_is_withdrawn_and_redirected_when_the_number_changes()
    {
        var state = await Booked();
        await casework.Done(Worker, new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { Phone = "07700 900983" }));
        await casework.Delivery.Run(casework.Now);
        Assert.Equal("+447700900983", Assert.Single(casework.Texts).ToNumber);

        state = await casework.Done(Worker, casework.Meeting("m-2", 3));
        await casework.Done(Worker, new ReferralCommand.ChangeContact(ContactDetails.Of(state.Referral.Person) with { TextConsent = false }));
        await casework.Delivery.Run(casework.Now);
        Assert.Single(casework.Texts);
        Assert.Single(await casework.Rows(Tables.Agreements), row => row.TextOrNull("status") == nameof(DeliveryStatus.Stopped) && row.Text("fault").Contains("no longer agrees to texts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_about_an_appointment_that_was_moved_meanwhile_is_not_sent()
    {
        await Booked();
        await casework.Done(Worker, new AppointmentCommand.RescheduleAppointment("supervision", "m-1", "m-2", casework.Now + Duration.FromDays(2), 45));
        await casework.Delivery.Run(casework.Now);
        Assert.StartsWith("Your appointment on Wednesday 4 March at 10am has moved. It is now on Thursday 5 March at 10am", Assert.Single(casework.Texts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_texts_are_not_set_up_they_wait_and_say_why()
    {
        await Booked();
        await new OutboxDelivery(casework.Store, casework.Services, new Diversion.Casework.Correspondence.MailRenderer(), casework, casework, Microsoft.Extensions.Logging.Abstractions.NullLogger<OutboxDelivery>.Instance)
            .Run(casework.Now);
        var (status, fault) = await State();
        Assert.Equal(DeliveryStatus.Waiting, status);
        Assert.Contains("Notify__ApiKey", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_changes_the_state_of_its_message_and_a_repeat_changes_nothing()
    {
        var id = await Sent();
        Assert.Equal(ReceiptAnswer.Taken, await Receipts.Take(id, TextOutcome.Delivered, casework.Now));
        Assert.Equal((DeliveryStatus.Delivered, (string?)null), await State());
        Assert.Equal(ReceiptAnswer.Taken, await Receipts.Take(id, TextOutcome.PermanentFailure, casework.Now));
        Assert.Equal((DeliveryStatus.Delivered, (string?)null), await State());
        Assert.Empty((await casework.Service.Find(Id))!.Alerts);
    }

    [Theory]
    [InlineData(TextOutcome.PermanentFailure, "no such number")]
    [InlineData(TextOutcome.TechnicalFailure, "network had a fault")]
    [InlineData(TextOutcome.TemporaryFailure, "out of reach")]
    public async Task A_failure_is_told_to_a_lead_once(TextOutcome outcome, string why)
    {
        var id = await Sent();
        await Receipts.Take(id, outcome, casework.Now);
        await Receipts.Take(id, outcome, casework.Now);

        var (status, fault) = await State();
        Assert.Equal(DeliveryStatus.GivenUp, status);
        Assert.Contains(why, fault, StringComparison.Ordinal);
        var state = (await casework.Service.Find(Id))!;
        Assert.Equal(id, Assert.Single(state.Alerts, alert => alert.Kind == AlertKind.MessageUndelivered).Subject);
        Assert.Equal(outcome == TextOutcome.PermanentFailure, state.HasObligation("contact/telephone"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_that_is_refused_at_once_is_put_right_by_the_key_worker(bool number)
    {
        await Booked();
        casework.DeliveryFault = new DeliveryFailedException("Refused.", isFinal: true) { RecipientFails = number };
        await casework.Delivery.Run(casework.Now);
        Assert.Equal(number, (await casework.Service.Find(Id))!.HasObligation("contact/telephone"));
    }

    [Fact]
    public async Task A_reminder_that_did_not_come_while_the_telephone_was_off_troubles_nobody_once_the_meeting_is_over()
    {
        var id = await Sent();
        await Receipts.Take(id, TextOutcome.TemporaryFailure, casework.Now + Duration.FromDays(3));
        Assert.Equal(DeliveryStatus.GivenUp, (await State()).Status);
        Assert.Empty((await casework.Service.Find(Id))!.Alerts);
    }

    [Fact]
    public async Task A_receipt_that_is_faster_than_the_record_comes_again()
    {
        await Booked();
        var id = (await casework.Rows(Tables.Agreements)).Single(IsText).Row[2..];
        Assert.Equal(ReceiptAnswer.TooEarly, await Receipts.Take(id, TextOutcome.Delivered, casework.Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("DV-7K3M9-2QX4P.12.1")]
    [InlineData("DV-7K3M9-2QX4P.12.1.1")]
    [InlineData("DV-7K3M9-2QX4P.-1.1")]
    [InlineData("DV-7K3M9-2QX4P.99999999999999999999.1")]
    [InlineData("../../x.1.1")]
    [InlineData("12345678")]
    public async Task A_reference_that_is_not_ours_changes_nothing(string? reference)
    {
        await Sent();
        Assert.Equal(ReceiptAnswer.Unknown, await Receipts.Take(reference, TextOutcome.PermanentFailure, casework.Now));
        Assert.Equal(DeliveryStatus.Sent, (await State()).Status);
    }

    [Fact]
    public async Task Nor_does_one_of_a_mail()
    {
        await casework.Signed();
        await casework.Delivery.Run(casework.Now);
        var mail = casework.Mails[0].Id;
        Assert.Equal(ReceiptAnswer.Unknown, await Receipts.Take(mail, TextOutcome.PermanentFailure, casework.Now));
    }

    /// <summary>Tomorrow at ten.</summary>
    private async Task<AgreementState> Booked()
    {
        await casework.Signed(person: Pat);
        await casework.Delivery.Run(casework.Now);
        return await casework.Done(Worker, casework.Meeting("m-1"));
    }

    private async Task<string> Sent()
    {
        await Booked();
        await casework.Delivery.Run(casework.Now);
        return casework.Texts.Single().Id;
    }

    private async Task<(DeliveryStatus Status, string? Fault)> State()
    {
        var row = (await casework.Rows(Tables.Agreements)).Single(IsText);
        return (Enum.Parse<DeliveryStatus>(row.Text("status")), row.TextOrNull("fault"));
    }

    private static bool IsText(TableRow row) => row.TextOrNull("kind") == "text";
}
