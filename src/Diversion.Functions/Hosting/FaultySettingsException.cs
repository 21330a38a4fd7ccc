namespace Diversion.Functions.Hosting;

/// <summary>App settings that are missing or wrong; all of them are reported at once, and the app does not start.</summary>
public sealed class FaultySettingsException(IReadOnlyList<string> faults)
    : Exception($"The app settings have faults; put them right and start again.{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
