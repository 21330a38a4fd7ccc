using System.Text;
using System.Text.RegularExpressions;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Tests.Fixture;
using Diversion.Functions.Workflows;

namespace Diversion.Functions.Tests.Workflows;

/// <summary>Writes <c>docs/workflows.md</c>: workflow by workflow and rule by rule, what falls due, whom it wakes and what follows.</summary>
internal static partial class WorkflowsPage
{
    private const string Head = """
        # What the workflows wait for

        A test writes this page from the domain (`Agreement.Due`) and from what each workflow declares in `src/Diversion.Functions/Workflows`; it fails when the page is no longer true. Do not edit it: `DOCS=write dotnet test tests/Diversion.Functions.Tests --filter docs_workflows_md`. The one-process host does the same without workflows.

        Figures are those of the scheme Checkpoint. "Told" is in the order of the ladder: who is told first when it is late, then who next. "What follows" are the events that time alone brings, with no person doing anything.

        """;

    private static readonly string[] InOrder = [.. typeof(RuleIds).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    public static string Write(IReadOnlyDictionary<string, PhaseDeclaration> declared, FallsDue observed)
    {
        var page = new StringBuilder(Head);
        foreach (var (workflow, phase) in declared)
        {
            page.Append('\n').Append("## ").Append(workflow).Append("\n\n");
            page.Append("Ends when ").Append(phase.EndsWith).Append('.');
            page.Append(phase.OutlivesTheAgreement ? " Goes on after the agreement has ended, as long as something below is open.\n\n" : " Nothing of it is left when the agreement has ended.\n\n");
            page.Append("| What falls due | While the agreement is | Reminded | Told when late | What follows |\n|---|---|---|---|---|\n");
            foreach (var row in observed.Of(workflow).OrderBy(row => Array.IndexOf(InOrder, row.Rule)))
            {
                page.Append("| ").AppendJoin(" | ", RuleTexts.Explain(row.Rule, Shipped.Checkpoint.Scheme), List(row.While.Select(Words.Of)), List(row.Reminded.Select(Words.Of)), List(Told(row)), List(row.Follows.Select(InWords))).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<string> Told(Row row) => row.Told.OrderBy(told => told.Step).Select(told => Words.Of(told.To)).Distinct();

    private static string List(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } list ? list : "-";

    private static string InWords(string happened) => WordStart().Replace(happened, " $0").Trim().ToLowerInvariant();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant, 30_000)]
    private static partial Regex WordStart();
}
