using Diversion.Local.Tests.Import;

namespace Diversion.Local.Tests.Verbs;

/// <summary>The past under changed rules, as a command.</summary>
public sealed class WhatIfVerbTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Figures_are_changed_in_the_question_and_the_past_stays_as_it_is()
    {
        Assert.Equal(0, (await RunningProgram.Run(home.Path, "simulate", "--participants", "30", "--months", "2", "--out", "out")).Code);
        await Import();
        File.Copy(home.File("data/programme.json"), home.File("out/data/programme.json"));
        var before = await RunningProgram.Run(home.Path, "verify", "--data", "out/data");

        var asked = await RunningProgram.Run(home.Path, "whatif", "--set", "breach.firstWarningAt=2", "breach.finalWarningAt=3", "breach.proposeAt=4", "--data", "out/data", "--cases");

        Assert.Equal((0, ""), (asked.Code, asked.Error.Trim()));
        Assert.Contains("breach.firstWarningAt=2", asked.Output, StringComparison.Ordinal);
        Assert.Contains("instead nothing follows", asked.Output, StringComparison.Ordinal);
        Assert.Equal(before.Output, (await RunningProgram.Run(home.Path, "verify", "--data", "out/data")).Output);
    }

    [Theory]
    [InlineData("breach.proposAt=4", "breach.proposeAt")]
    [InlineData("breach.proposeAt", "path=value")]
    public async Task A_figure_that_cannot_be_set_is_refused_in_words(string figure, string words)
    {
        await Import();

        var refused = await RunningProgram.Run(home.Path, "whatif", "--set", figure, "--data", "data");

        Assert.Equal(ExitCodes.WrongUsage, refused.Code);
        Assert.Contains(words, refused.Error, StringComparison.Ordinal);
    }

    /// <summary>Makes a data folder with a programme.</summary>
    private async Task Import()
    {
        home.Write("in.csv", $"{ImportBench.Headings}\n{ImportBench.Row("CR/1", date: "2026-06-02")}\n");
        Assert.Equal(0, (await RunningProgram.Run(home.Path, "import", "in.csv", "--data", "data")).Code);
    }
}
