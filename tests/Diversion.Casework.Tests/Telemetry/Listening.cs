using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Diversion.Casework.Telemetry;

namespace Diversion.Casework.Tests.Telemetry;

/// <summary>Collects what is measured in the flow of one test; others run at the same time on the same instruments.</summary>
internal sealed class Listening : IDisposable
{
    private static readonly AsyncLocal<Listening?> Current = new();

    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<Measured> all = new();

    public Listening()
    {
        Current.Value = this;
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    /// <summary>The instrument's measurements, each with its attributes in order.</summary>
    public IReadOnlyList<Measured> Of(Instrument instrument) => [.. all.Where(one => one.Instrument == instrument.Name)];

    public void Dispose() => listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Current.Value == this)
        {
            all.Enqueue(new Measured(instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Value}"))));
        }
    }

    internal sealed record Measured(string Instrument, double Value, string Tags);
}
