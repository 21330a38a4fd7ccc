using System.Text;
using System.Text.RegularExpressions;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.DataRights;
using Diversion.Domain.Victim;

namespace Diversion.Casework.SubjectAccess;

/// <summary>
/// Words that are left out wherever they stand, with what stands there instead: the names of victims and of whoever else
/// complained, the names of staff whom the person did not get to know by the agreement, and what a reader marked.
/// </summary>
internal sealed class Redaction
{
    /// <summary>A shorter part of a name would be found in other words, and leave out what is not a name.</summary>
    private const int ShortestName = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly List<(Regex Words, string Instead)> all = [];

    /// <param name="marks">Of the request; none where another service asks.</param>
    public static Redaction Of(AgreementState state, IReadOnlyList<RecordedEvent> events, IReadOnlyList<PassageMark> marks)
    {
        var redaction = new Redaction();
        foreach (var mark in marks.OrderByDescending(mark => mark.Words.Length))
        {
            redaction.Add(mark.Words, Instead(mark.Ground));
        }

        var own = Parts(state.Referral.Person.Name).Concat(Parts(state.Referral.Person.Aliases ?? "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, isPerson) in Others(state, events))
        {
            redaction.Add(name, Instead(MarkGround.AnotherPerson));
            foreach (var part in isPerson ? Parts(name).Where(part => part.Length >= ShortestName && !own.Contains(part)) : [])
            {
                redaction.Add(part, Instead(MarkGround.AnotherPerson));
            }
        }

        foreach (var (name, role) in Staff(state, events))
        {
            redaction.Add(name, $"[{Words.Of(role)}]");
        }

        return redaction;
    }

    public string Apply(string text)
    {
        foreach (var (words, instead) in all)
        {
            text = words.Replace(text, _ => instead);
        }

        return text;
    }

    public static string Instead(MarkGround ground) => ground switch
    {
        MarkGround.AnotherPerson => "[left out: about somebody else]",
        MarkGround.Investigation => "[left out: would hinder an investigation]",
        MarkGround.LegalAdvice => "[left out: legal advice]",
        _ => "[left out: could cause serious harm]",
    };

    /// <summary>Also of victims who were removed since: texts may name them.</summary>
    private static IEnumerable<(string Name, bool IsPerson)> Others(AgreementState state, IReadOnlyList<RecordedEvent> events) =>
        events.Select(recorded => recorded.Event).OfType<VictimEvent.VictimRecorded>().Select(e => e.Details).OfType<VictimDetails>()
            .Concat(state.Victims.All.Select(victim => victim.Details))
            .SelectMany(details => ((string? Name, bool IsPerson)[])[(details.Name, details.Kind != VictimKind.Business), (details.ContactPerson, true)])
            .Concat(state.Complaints.Where(complaint => complaint.From == ComplaintFrom.SomebodyElse).Select(complaint => (Name: complaint.Who, IsPerson: true)))
            .Where(one => !string.IsNullOrWhiteSpace(one.Name))
            .Select(one => (Name: one.Name!.Trim(), one.IsPerson))
            .Distinct()
            .OrderByDescending(one => one.Name.Length);

    /// <summary>Everybody who recorded something, except those who are named on the agreement that the person has.</summary>
    private static IEnumerable<(string Name, Role Role)> Staff(AgreementState state, IReadOnlyList<RecordedEvent> events)
    {
        string?[] named = [state.Referral.Officer.Name, state.KeyWorker?.Name, .. state.Conditions.Select(condition => condition.PartnerFacilitator?.Name), state.Referral.Person.Name];
        return events.Where(recorded => recorded.By.Role is not (Role.Clock or Role.Feed) && recorded.By.Name.Length >= ShortestName && !named.Contains(recorded.By.Name, StringComparer.OrdinalIgnoreCase))
            .Select(recorded => (recorded.By.Name, recorded.By.Role)).DistinctBy(one => one.Name);
    }

    private static string[] Parts(string name) => name.Split([' ', '\n', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>However it is spaced and written in capitals; never the beginning or end of another word.</summary>
    private void Add(string words, string instead)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return;
        }

        var form = new StringBuilder();
        form.Append(char.IsLetterOrDigit(parts[0][0]) ? @"(?<![\p{L}\p{N}])" : "").AppendJoin(@"\s+", parts.Select(Regex.Escape)).Append(char.IsLetterOrDigit(parts[^1][^1]) ? @"(?![\p{L}\p{N}])" : "");
        all.Add((new Regex(form.ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest), instead));
    }
}
