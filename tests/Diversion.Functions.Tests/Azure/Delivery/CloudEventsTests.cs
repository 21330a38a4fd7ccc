using System.Net.Mime;
using System.Text.Json;
using System.Text.RegularExpressions;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Functions.Tests.Architecture;
using Diversion.Functions.Tests.Azure.Delivery.Bus;
using Diversion.Functions.Tests.Lives;
using NodaTime;

namespace Diversion.Functions.Tests.Azure.Delivery;

/// <summary>Every kind of notice, published over the wire by whole lives of agreements, read as a consumer reads it: with an SDK that is not ours.</summary>
public sealed partial class CloudEventsTests
{
    private static readonly LocalDate Spring = new(2026, 2, 24);

    private static readonly Life[] Lives =
    [
        AllLives.Completed,
        AllLives.Breached,
        AllLives.Discontinued.With(40),
        AllLives.Lapsed.With(20),
        AllLives.Varied.With(70),
        new("not eligible", Spring, 3, AllLives.EveryCondition) { Besides = [(1, new ReferralCommand.FindNotEligible { By = Programmes.Sergeant })] },
        new("declined", Spring, 8, AllLives.EveryCondition) { Signs = false, Besides = [(5, new OfferCommand.DeclineOffer { By = Programmes.Officer })] },
        new("passed on", Spring, 12, AllLives.EveryCondition)
        {
            Besides = [(9, new TermCommand.ChangeKeyWorker(Programmes.WorkerRef with { Id = "w2", Name = "Ola Worker" }) { By = Programmes.Lead })],
        },
        new("taken back", Spring, 10, AllLives.EveryCondition) { Besides = [HandedOver, (9, new TransferCommand.TakeBack { By = Programmes.Lead })] },
    ];

    /// <summary>Said of a case that comes in with another programme's bundle; no life here begins so.</summary>
    private const string WithABundle = "transferred-in";

    private static (int Day, AgreementCommand Command) HandedOver => (9, new TransferCommand.TransferOut("Northumbria Police", "Nell North") { By = Programmes.Lead });

    [Fact]
    public async Task Every_kind_of_notice_is_a_valid_CloudEvent_to_its_consumer()
    {
        using var bus = new BusPeer();
        await using var publishing = Publishing.With(bus, Programmes.Rulebook.Programme);
        foreach (var life in Lives)
        {
            using var host = new OneProcess(life.Start, publishing);
            await life.Live(host);
        }

        var reader = new JsonEventFormatter();
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var message in bus.Kept)
        {
            var read = reader.DecodeStructuredModeMessage(message.Body, new ContentType(message.ContentType!), []);
            Assert.True(read.IsValid);
            Assert.Equal(CloudEventsSpecVersion.V1_0, read.SpecVersion);
            Assert.Equal((message.Id, message.Subject, message.Agreement), (read.Id, read.Type, read.Subject));
            Assert.Equal(new Uri("http://127.0.0.1:5080"), read.Source);
            Assert.Equal("application/json", read.DataContentType);
            Assert.InRange(read.Time!.Value.UtcDateTime, new DateTime(2026, 2, 24), new DateTime(2026, 8, 1));
            Assert.Equal(
                ["datacontenttype", "id", "source", "subject", "time", "type"],
                read.GetPopulatedAttributes().Select(attribute => attribute.Key.Name).Order(StringComparer.Ordinal));
            var data = Assert.IsType<JsonElement>(read.Data);
            Assert.Equal(read.Subject, data.GetProperty("agreement").GetString());
            Assert.StartsWith($"{read.Subject}.{data.GetProperty("eventNumber").GetString()}.", read.Id, StringComparison.Ordinal);
            Assert.NotEqual(0, data.GetProperty("status").GetString()!.Length);
            Assert.All(data.EnumerateObject(), fact => Assert.Equal(JsonValueKind.String, fact.Value.ValueKind));
            kinds.Add(Kind().Match(read.Type!).Groups["kind"].Value);
        }

        Assert.Equal(KindsInTheCode().Except([WithABundle]), kinds);
        Assert.Equal(0, bus.Repeats);
    }

    /// <summary>A kind that is new in the code is missed here until a life has it.</summary>
    private static SortedSet<string> KindsInTheCode()
    {
        var folder = Repository.PathOf("src", "Diversion.Casework", "Correspondence");
        return [.. Directory.GetFiles(folder, "*.cs").SelectMany(file => Call().Matches(File.ReadAllText(file))).Select(call => call.Groups["kind"].Value)];
    }

    [GeneratedRegex("""^uk\.diversion\.agreement\.(?<kind>[a-z-]+)\.v1$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Kind();

    [GeneratedRegex("""\.Notice\(\s*"(?<kind>[a-z-]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Call();
}
