using System.Reflection;
using System.Xml.Linq;
using Diversion.Casework.Agreements;
using Diversion.Domain.Agreements;
using Diversion.Local.Storage;
using Diversion.Simulation.Running;
using Diversion.Web;
using Diversion.Web.Settings;
using NetArchTest.Rules;

namespace Diversion.Functions.Tests.Architecture;

/// <summary>What may use what. Each rule says why, so that whoever breaks it knows what to do instead.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Agreement).Assembly;
    private static readonly Assembly Casework = typeof(CaseworkService).Assembly;
    private static readonly Assembly Web = typeof(DiversionWeb).Assembly;
    private static readonly Assembly Simulation = typeof(SimulationRun).Assembly;
    private static readonly Assembly Local = typeof(SqliteTableStore).Assembly;
    private static readonly Assembly Functions = typeof(Functions.Workflows.AgreementWorkflow).Assembly;

    /// <summary>Every project and those of ours that it may reference. Evaluation is pure functions over rows: whoever has rows may use it.</summary>
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Diversion.Domain"] = [],
        ["Diversion.Evaluation"] = ["Diversion.Domain"],
        ["Diversion.Casework"] = ["Diversion.Domain", "Diversion.Evaluation"],
        ["Diversion.Web"] = ["Diversion.Casework", "Diversion.Evaluation"],
        ["Diversion.Delivery"] = ["Diversion.Casework"],
        ["Diversion.Telemetry"] = ["Diversion.Casework"],
        ["Diversion.Simulation"] = ["Diversion.Web"],
        ["Diversion.Local"] = ["Diversion.Simulation", "Diversion.Evaluation", "Diversion.Delivery", "Diversion.Telemetry"],
        ["Diversion.Functions"] = ["Diversion.Web", "Diversion.Evaluation", "Diversion.Delivery", "Diversion.Telemetry"],
        ["Diversion.Azurite"] = ["Diversion.Functions", "Diversion.Local", "Diversion.Simulation"],
    };

    [Fact]
    public void A_project_references_only_the_layer_below_it()
    {
        var found = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => XDocument.Load(file).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))).Order(StringComparer.Ordinal).ToArray());

        Assert.Equal(References.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(References, layer => Assert.True(
            !found[layer.Key].Except(layer.Value).Any(),
            $"{layer.Key} references {string.Join(", ", found[layer.Key])}; it may reference only {string.Join(", ", layer.Value)}. A new reference turns layers around: move the code to the layer that needs it, or bring it in through a port of Casework."));
    }

    [Fact]
    public void The_domain_needs_time_and_collections_only() => Hold(
        Types.InAssembly(Domain).Should().NotHaveDependencyOnAny("Microsoft", "Azure", "System.IO", "System.Net", "System.Threading", "System.Text.Json"),
        "The domain decides from what it is given, so that the same rules run on every host and in a simulation of a year. Hand the value in with the command or RulesInForce.");

    [Fact]
    public void Casework_knows_no_host_and_no_vendor() => Hold(
        Types.InAssembly(Casework).Should().NotHaveDependencyOnAny("Microsoft.AspNetCore", "Microsoft.Extensions.Hosting", "Microsoft.Azure", "Microsoft.DurableTask", "Microsoft.Data", "Azure", "SendGrid", "MimeKit", "MailKit", "Notify", "OpenTelemetry"),
        "Casework runs on one machine and on Azure. Put what is special to one behind a port (ITableStore, IMailer, IPublisher, IChangeListener) and into the host.");

    [Fact]
    public void Pages_and_API_know_no_host() => Hold(
        Types.InAssembly(Web).Should().NotHaveDependencyOnAny("Microsoft.Azure", "Microsoft.DurableTask", "Microsoft.Data", "Azure", "SendGrid", "Diversion.Local", "Diversion.Functions", "Diversion.Azurite", "Diversion.Simulation"),
        "Both hosts mount the same web app. What only one of them has comes in through WebSettings or a service that it registers.");

    [Fact]
    public void The_simulator_simulates_casework_and_not_pages() => Hold(
        Types.InAssembly(Simulation).That().DoNotResideInNamespace("Diversion.Simulation.Demo").Should().NotHaveDependencyOnAny("Diversion.Web", "Microsoft.AspNetCore", "Diversion.Local", "Diversion.Functions"),
        "Only the demo has pages and a clock that people move. A simulation runs commands through Casework on whatever store it is given.");

    [Theory]
    [InlineData("Microsoft.Data.Sqlite", "Diversion.Local.Storage")]
    [InlineData("MimeKit", "Diversion.Local.Delivery")]
    [InlineData("CsvHelper", "Diversion.Local.Import")]
    [InlineData("System.CommandLine", "Diversion.Local.Verbs")]
    public void On_one_machine_a_vendor_s_library_stays_in_its_adapter(string library, string adapter) => Hold(
        Types.InAssembly(Local).That().DoNotResideInNamespace(adapter).Should().NotHaveDependencyOnAny(library),
        $"{library} can be replaced because only {adapter} knows it. Ask the adapter through the port instead.");

    [Theory]
    [InlineData("Azure.Data.Tables", "Diversion.Functions.Azure")]
    [InlineData("SendGrid", "Diversion.Functions.Azure")]
    [InlineData("Azure.Messaging.ServiceBus", @"Diversion\.Functions\.(Azure|ServiceBus|Triggers)")]
    public void On_Azure_a_service_s_client_stays_in_its_adapter(string library, string adapter) => Hold(
        Types.InAssembly(Functions).That().DoNotResideInNamespaceMatching($"^{adapter}").And().DoNotResideInNamespace("Diversion.Functions.Hosting").Should().NotHaveDependencyOnAny(library),
        $"{library} can be replaced because only its adapter ({adapter}) knows it, and Hosting, which puts the adapters together. Ask through the port instead.");

    [Fact]
    public void Workflows_hold_no_rule() => Hold(
        Types.InAssembly(Functions).That().ResideInNamespace("Diversion.Functions.Workflows").Should().NotHaveDependencyOnAny("Diversion.Casework", "Diversion.Web", "Azure", "NodaTime"),
        "A workflow is replayed for months by newer code: it only says when to look again. Put the rule into the domain and the work into an activity.");

    [Fact]
    public void The_rules_bite()
    {
        var broken = Types.InAssembly(Local).That().ResideInNamespace("Diversion.Local.Storage").Should().NotHaveDependencyOnAny("Microsoft.Data.Sqlite").GetResult();

        Assert.False(broken.IsSuccessful);
    }

    private static void Hold(ConditionList rule, string because)
    {
        var result = rule.GetResult();
        Assert.True(result.IsSuccessful, $"{because} Broken by: {string.Join(", ", (result.FailingTypes ?? []).Select(type => type.FullName))}.");
    }
}
