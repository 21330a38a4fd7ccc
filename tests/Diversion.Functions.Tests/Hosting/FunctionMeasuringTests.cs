using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Diversion.Casework.Telemetry;
using Diversion.Functions.Hosting;
using Diversion.Functions.Workflows;

namespace Diversion.Functions.Tests.Hosting;

public sealed class FunctionMeasuringTests
{
    [Fact]
    public async Task A_function_is_measured_and_a_failing_activity_is_a_failing_workflow()
    {
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name == Instruments.Name)
                {
                    meters.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        listener.Start();

        await FunctionMeasuring.Measured("MeasuredOne", () => Task.CompletedTask);
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => FunctionMeasuring.Measured("MeasuredTwo", () => throw new TimeZoneNotFoundException("Of Sam Person")));
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => FunctionMeasuring.Measured(ActivityNames.AdvanceTrack, () => throw new TimeZoneNotFoundException("Of Sam Person")));

        Assert.Contains("faas.invoke_duration MeasuredOne done", measured);
        Assert.Contains("faas.invoke_duration MeasuredTwo failed TimeZoneNotFoundException", measured);
        Assert.Equal(["diversion.workflow.failures agreement TimeZoneNotFoundException"], measured.Where(one => one.EndsWith("workflow.failures agreement TimeZoneNotFoundException", StringComparison.Ordinal) || one.Contains("failures MeasuredTwo", StringComparison.Ordinal)));
    }
}
