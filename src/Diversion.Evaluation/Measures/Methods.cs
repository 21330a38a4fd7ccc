namespace Diversion.Evaluation.Measures;

/// <summary>How each kind of figure is computed, as readers see it.</summary>
internal static class Methods
{
    public const string Wilson = "Share with Wilson's score interval, 95% (Wilson 1927; Newcombe 1998)";
    public const string Newcombe = "Difference of two shares with Newcombe's hybrid score interval, 95% (Newcombe 1998, method 10)";
    public const string Katz = "Ratio of two shares with Katz's interval on the logarithm, 95% (Katz and others 1978)";
    public const string RatioOfCounts = "Ratio of two means with an interval on the logarithm from the observed variances, 95%";
    public const string MantelHaenszel = "Weighted over strata (Mantel and Haenszel 1959; variance after Sato 1989)";
    public const string KaplanMeier = "Kaplan and Meier 1958, interval on log(−log), 95%; groups compared by the log-rank test (Mantel 1966)";
    public const string Garwood = "Events over time at risk with Garwood's exact Poisson interval, 95% (Garwood 1936)";
}
