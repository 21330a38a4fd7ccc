using System.Collections.Immutable;
using System.Globalization;
using Diversion.Domain.Reading;
using Diversion.Domain.Trials;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using NodaTime;

namespace Diversion.Web.Pages.Trials;

/// <summary>A protocol as typed. A page has it as its property <c>Form</c>.</summary>
public sealed class ProtocolForm
{
    private const string In = "Form.";
    private const int LongestText = 10_000;

    public string? Title { get; set; }

    public string? RegistrationNumber { get; set; }

    public string? RegisteredAt { get; set; }

    public string? PrimaryOutcome { get; set; }

    public string? FollowUp { get; set; }

    /// <summary>One arm a line: code, name, ratio, and <c>control</c> for usual processing.</summary>
    public string? Arms { get; set; }

    public string? RiskBands { get; set; }

    public string? OffenceGroups { get; set; }

    public string? Sexes { get; set; }

    public string? BlockSizes { get; set; }

    public string? Target { get; set; }

    public TypedDate From { get; set; } = new();

    public TypedDate Until { get; set; } = new();

    public string? Treatment { get; set; }

    public string? StoppingRule { get; set; }

    public string? HarmIndex { get; set; }

    public string? AnalysisPlan { get; set; }

    public string? MasksInterim { get; set; }

    public string? AsksResearchConsent { get; set; }

    public static IReadOnlyList<Choice> Treatments { get; } = [.. Enum.GetValues<TreatmentRule>().Select(rule => new Choice($"{rule}", TrialLabels.Of(rule)))];

    /// <summary>What most trials of diversion have done.</summary>
    public static ProtocolForm Usual => new()
    {
        FollowUp = "12, 24",
        Arms = "programme, The programme, 1\ncontrol, Usual processing, 1, control",
        RiskBands = "medium",
        Sexes = "female, male",
        BlockSizes = "4, 6, 8",
        Treatment = $"{TreatmentRule.Signed}",
        MasksInterim = FormReading.Chosen(true),
        AsksResearchConsent = FormReading.Chosen(false),
    };

    public static ProtocolForm Of(TrialProtocol protocol) => new()
    {
        Title = protocol.Title,
        RegistrationNumber = protocol.RegistrationNumber,
        RegisteredAt = protocol.RegisteredAt,
        PrimaryOutcome = protocol.PrimaryOutcome,
        FollowUp = string.Join(", ", protocol.FollowUpMonths),
        Arms = string.Join('\n', protocol.Arms.Select(arm => $"{arm.Code}, {arm.Name}, {arm.Ratio}{(arm.IsControl ? ", control" : "")}")),
        RiskBands = Values(protocol, StratumFact.RiskBand),
        OffenceGroups = Values(protocol, StratumFact.OffenceGroup),
        Sexes = Values(protocol, StratumFact.Sex),
        BlockSizes = string.Join(", ", protocol.BlockSizes),
        Target = protocol.Target.ToString(CultureInfo.InvariantCulture),
        From = TypedDate.Of(protocol.From),
        Until = TypedDate.Of(protocol.Until),
        Treatment = $"{protocol.Treatment}",
        StoppingRule = protocol.StoppingRule,
        HarmIndex = protocol.HarmIndex,
        AnalysisPlan = protocol.AnalysisPlan,
        MasksInterim = FormReading.Chosen(protocol.MasksInterim),
        AsksResearchConsent = FormReading.Chosen(protocol.AsksResearchConsent),
    };

    /// <param name="frozen">The protocol whose sequence stays as it is; null for a draft.</param>
    public TrialProtocol Read(FormReading read, TrialProtocol? frozen) => new(
        read.Text(In + nameof(Title), Title, "the title"),
        read.OptionalText(In + nameof(PrimaryOutcome), PrimaryOutcome, "the primary outcome", LongestText) ?? "",
        Numbers(read, nameof(FollowUp), FollowUp, "the months of follow-up"),
        frozen?.Arms ?? ReadArms(read),
        frozen?.Factors ?? [.. Factor(StratumFact.RiskBand, RiskBands), .. Factor(StratumFact.OffenceGroup, OffenceGroups), .. Factor(StratumFact.Sex, Sexes)],
        frozen?.BlockSizes ?? Numbers(read, nameof(BlockSizes), BlockSizes, "the block sizes"),
        read.Number(In + nameof(Target), Target, "the target", 2, TrialDecider.MostPeople),
        read.Date(In + nameof(From), From, "the first day of allocation"),
        read.OptionalDate(In + nameof(Until), Until, "the last day of allocation"),
        read.OptionalText(In + nameof(StoppingRule), StoppingRule, "the stopping rule", LongestText) ?? "",
        read.OptionalText(In + nameof(AnalysisPlan), AnalysisPlan, "the analysis plan", LongestText) ?? "",
        read.Choice<TreatmentRule>(In + nameof(Treatment), Treatment, "what counts as treated"),
        read.YesNo(In + nameof(MasksInterim), MasksInterim, "whether outcomes by arm are hidden"),
        read.YesNo(In + nameof(AsksResearchConsent), AsksResearchConsent, "whether consent to research is asked for"))
    {
        RegistrationNumber = read.OptionalText(In + nameof(RegistrationNumber), RegistrationNumber, "the registration number"),
        RegisteredAt = read.OptionalText(In + nameof(RegisteredAt), RegisteredAt, "the register"),
        HarmIndex = read.OptionalText(In + nameof(HarmIndex), HarmIndex, "the harm index"),
    };

    private static string? Values(TrialProtocol protocol, StratumFact fact) =>
        protocol.Factors.FirstOrDefault(factor => factor.Fact == fact) is { } factor ? string.Join(", ", factor.Values) : null;

    private static IEnumerable<ProtocolFactor> Factor(StratumFact fact, string? typed) =>
        Parts(typed) is { Length: > 0 } values ? [new ProtocolFactor(fact, [.. values.Select(value => value.ToLowerInvariant().Replace(' ', '-'))])] : [];

    private ImmutableArray<ProtocolArm> ReadArms(FormReading read)
    {
        var arms = ImmutableArray.CreateBuilder<ProtocolArm>();
        foreach (var line in (Arms ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(',', StringSplitOptions.TrimEntries);
            if (parts.Length is < 3 or > 4 || (parts.Length == 4 && !parts[3].Equals("control", StringComparison.OrdinalIgnoreCase))
                || NumberText.Whole(parts[2]) is not { IsRead: true, Value: var ratio })
            {
                read.Fault(In + nameof(Arms), $"“{(line.Length > 60 ? line[..60] : line)}” is no arm. Write a line for each: code, name, ratio, and “control” for usual processing");
                return [];
            }

            arms.Add(new ProtocolArm(parts[0], parts[1], ratio, parts.Length == 4));
        }

        return arms.ToImmutable();
    }

    private static ImmutableArray<int> Numbers(FormReading read, string field, string? typed, string what)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var part in Parts(typed))
        {
            if (NumberText.Whole(part) is not { IsRead: true, Value: var number })
            {
                read.Fault(In + field, FaultWording.NotWhole(what));
                return [];
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private static string[] Parts(string? typed) => (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
