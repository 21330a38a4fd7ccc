using System.Text.RegularExpressions;

namespace Diversion.Functions.Tests.Architecture;

/// <summary>Who may do and see what is decided in one place: <c>AccessPolicy</c>, and the domain's command catalogue and deciders.</summary>
public sealed partial class RoleTests
{
    /// <summary>Where roles have names, for people or for tokens. Nothing is allowed or refused there.</summary>
    private static readonly string[] Naming = ["Labels.cs", "RoleNames.cs"];

    [Fact]
    public void Only_the_access_policy_asks_for_a_role()
    {
        string[] asked =
        [
            .. Sources().SelectMany(file => File.ReadLines(file)
                .Select((line, place) => (Line: line, Place: place + 1))
                .Where(one => Asks().IsMatch(one.Line))
                .Select(one => $"{Path.GetRelativePath(Repository.Root, file)}:{one.Place}: {one.Line.Trim()}")),
        ];
        Assert.True(
            asked.Length == 0,
            $"Who may do what must be found in one place. Move these questions to AccessPolicy, under a name that says what is asked:\n{string.Join('\n', asked)}");
    }

    [Theory]
    [InlineData("if (by.Role == Role.Sergeant)")]
    [InlineData("if (by.Role != Diversion.Domain.Agreements.Role.Sergeant)")]
    [InlineData("actor.Role is Role.KeyWorker")]
    [InlineData("actor is { Role: Role.KeyWorker or Role.TeamManager }")]
    [InlineData("by.Role is not (Role.PoliceOfficer or Role.Sergeant)")]
    [InlineData("    Role.Provider => true,")]
    [InlineData("    Role.Provider when open => true,")]
    [InlineData("entry.Roles.Contains(by.Role)")]
    public void A_question_is_found(string line) => Assert.Matches(Asks(), line);

    [Theory]
    [InlineData("new Actor(\"feed\", \"Feed\", Role.Feed)")]
    [InlineData("By = request.By with { Role = Role.Sergeant }")]
    [InlineData("recorded.By.Role,")]
    public void Naming_a_role_is_no_question(string line) => Assert.DoesNotMatch(Asks(), line);

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Repository.PathOf("src"), "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => !Path.GetRelativePath(Repository.PathOf("src"), file).StartsWith("Diversion.Domain", StringComparison.Ordinal))
        .Where(file => !Path.GetFileName(file).StartsWith("AccessPolicy.", StringComparison.Ordinal) && !Naming.Contains(Path.GetFileName(file)));

    [GeneratedRegex(@"(==|!=|\bis( not)?|\bor|\band|\bcase|Role:) *\(?([\w.]+\.)?\bRole\.[A-Z]\w*\b|^\s*Role\.\w+ *(=>|when\b|or\b)|\bRoles\.Contains\(", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex Asks();
}
