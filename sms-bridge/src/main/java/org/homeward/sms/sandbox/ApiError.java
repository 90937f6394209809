package org.homeward.sms.sandbox;

/** An error as Twilio's REST API tells it. */
record ApiError(int code, int status, String message) {

  static ApiError of(int code) {
    return switch (code) {
      case 20003 -> new ApiError(code, 401, "Authenticate");
      case 20404 -> new ApiError(code, 404, "The requested resource was not found");
      case 20429 -> new ApiError(code, 429, "Too Many Requests");
      case 20500 -> new ApiError(code, 500, "An internal server error has occurred");
      case 21211 -> new ApiError(code, 400, "Invalid 'To' Phone Number");
      case 21602 -> new ApiError(code, 400, "Message body is required.");
      case 21603 -> new ApiError(code, 400, "A 'From' or 'MessagingServiceSid' is required.");
      case 21604 -> new ApiError(code, 400, "A 'To' phone number is required.");
      case 21610 -> new ApiError(code, 400, "Attempt to send to unsubscribed recipient");
      case 21611 -> new ApiError(code, 400, "This 'From' number has exceeded its queue");
      case 21614 -> new ApiError(code, 400, "'To' number is not a valid mobile number");
      case 21617 -> new ApiError(code, 400, "The message body exceeds the 1600 character limit");
      case 21635 -> new ApiError(code, 400, "'To' number cannot be a landline");
      case 30001 -> new ApiError(code, 400, "Queue overflow");
      case 30003 -> new ApiError(code, 400, "Unreachable destination handset");
      case 30005 -> new ApiError(code, 400, "Unknown destination handset");
      case 30006 -> new ApiError(code, 400, "Landline or unreachable carrier");
      case 30007 -> new ApiError(code, 400, "Message filtered");
      case 30008 -> new ApiError(code, 400, "Unknown error");
      case 30022 -> new ApiError(code, 400, "Rate limits exceeded");
      case 30034 -> new ApiError(code, 400, "Message from an unregistered number");
      case 63038 -> new ApiError(code, 400, "Account exceeded the daily messages limit");
      default -> new ApiError(code, 400, "Error " + code);
    };
  }
}
