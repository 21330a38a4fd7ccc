using Diversion.Casework;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using NodaTime;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>What the tests of delivery send.</summary>
internal static class Given
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static readonly Programme Programme = new(
        "Checkpoint, Durham",
        "checkpoint",
        [],
        new Dictionary<string, Diversion.Domain.Agreements.StaffRef>(),
        new Uri("https://diversion.example.org"),
        "no-reply@example.org");

    public static readonly RenderedMail Mail = new(
        "DV-7K3M9-2QX4P.12.1",
        "jo.bloggs@example.com",
        "Bloggs, Jo; \"Jo\"",
        "A meeting\nfor you",
        "Please come.",
        "<p>Please come.</p>",
        "participant-reminder");

    public static OutgoingMessage.Notice Notice(int n = 1) => new(
        $"DV-7K3M9-2QX4P.12.{n}",
        "uk.diversion.agreement.signed.v1",
        "DV-7K3M9-2QX4P",
        Now,
        new Dictionary<string, string> { ["termEnds"] = "2027-03-23T23:59:59Z" });
}
